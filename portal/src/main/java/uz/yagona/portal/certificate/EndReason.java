package uz.yagona.portal.certificate;

/** Why a certificate ends for good: reasons of RFC 5280, 5.3.1. */
enum EndReason {
  KEY_COMPROMISE,
  AFFILIATION_CHANGED,
  SUPERSEDED,
  CESSATION_OF_OPERATION,
  UNSPECIFIED
}
