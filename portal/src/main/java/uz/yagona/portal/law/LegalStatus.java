package uz.yagona.portal.law;

/** Whether a lawyer has confirmed a number and its reference. */
public enum LegalStatus {
  VERIFIED,
  UNVERIFIED
}
