package uz.yagona.portal.evidence;

/** What a pack is wanted for; journaled, and shown to the applicant. */
public enum EvidenceReason {
  AUDIT,
  COURT,
  COMPLAINT,
  SUPERVISION
}
