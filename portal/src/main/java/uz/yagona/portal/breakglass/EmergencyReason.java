package uz.yagona.portal.breakglass;

/** Why somebody reads a case outside their rights. */
public enum EmergencyReason {
  /** Danger to life, health or property. */
  DANGER,
  /** Whoever is responsible is absent, and the matter cannot wait. */
  ABSENCE,
  /** A court or another body with the right to ask has asked. */
  COURT_ORDER,
  /** Rights are set wrongly, and work stands still. */
  FAULT
}
