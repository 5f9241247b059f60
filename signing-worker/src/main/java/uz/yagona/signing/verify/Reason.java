package uz.yagona.signing.verify;

/** Why a file is not simply valid; the portal has a text for each. */
enum Reason {
  CHANGED_AFTER_SIGNING,
  DIGEST_NOT_ON_RECORD,
  BYTES_AFTER_END,
  OLDER_REVISION,
  CERTIFICATE_REVOKED,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_UNTRUSTED,
  TIMESTAMP_NOT_VALID,
  NO_SIGNATURE,
  FORMAT
}
