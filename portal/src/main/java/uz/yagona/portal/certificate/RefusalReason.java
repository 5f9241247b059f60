package uz.yagona.portal.certificate;

/** Why the desk refuses; the holder reads it in words. */
enum RefusalReason {
  IDENTITY_NOT_PROVEN,
  DETAILS_DIFFER,
  NOT_ENTITLED,
  NOT_NEEDED,
  MISTAKE
}
