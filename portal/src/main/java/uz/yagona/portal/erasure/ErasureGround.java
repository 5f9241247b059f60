package uz.yagona.portal.erasure;

/** Why data are erased. */
public enum ErasureGround {
  CONSENT_WITHDRAWN,
  PURPOSE_ENDED,
  UNLAWFUL
}
