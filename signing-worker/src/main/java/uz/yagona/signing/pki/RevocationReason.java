package uz.yagona.signing.pki;

import org.bouncycastle.asn1.x509.CRLReason;

/** Why a certificate was revoked: the reasons of RFC 5280, 5.3.1, that a signer's key can have. */
public enum RevocationReason {
  UNSPECIFIED(CRLReason.unspecified),
  KEY_COMPROMISE(CRLReason.keyCompromise),
  AFFILIATION_CHANGED(CRLReason.affiliationChanged),
  SUPERSEDED(CRLReason.superseded),
  CESSATION_OF_OPERATION(CRLReason.cessationOfOperation),
  /** On hold; may end, so it is no reason to revoke. */
  CERTIFICATE_HOLD(CRLReason.certificateHold);

  private final int code;

  RevocationReason(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
