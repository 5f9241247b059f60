package uz.yagona.signing.pki;

import java.time.Period;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate is for; fixes its issuer, lifetime and key usage. */
public enum CertificateProfile {
  ROOT(Authority.ROOT, Period.ofYears(10), KeyUsage.keyCertSign | KeyUsage.cRLSign),
  ISSUING(Authority.ROOT, Period.ofYears(7), KeyUsage.keyCertSign | KeyUsage.cRLSign),
  TSA(Authority.ISSUING, Period.ofYears(3), KeyUsage.digitalSignature),
  OCSP(Authority.ISSUING, Period.ofYears(1), KeyUsage.digitalSignature),
  /** A person's certificate. ZRU-793: at most 24 months. */
  SIGNER(Authority.ISSUING, Period.ofMonths(24), KeyUsage.nonRepudiation),
  /** An organisation's seal. */
  SEAL(Authority.ISSUING, Period.ofMonths(24), KeyUsage.nonRepudiation);

  private final Authority issuer;
  private final Period lifetime;
  private final int keyUsage;

  CertificateProfile(Authority issuer, Period lifetime, int keyUsage) {
    this.issuer = issuer;
    this.lifetime = lifetime;
    this.keyUsage = keyUsage;
  }

  Authority issuer() {
    return issuer;
  }

  Period lifetime() {
    return lifetime;
  }

  int keyUsage() {
    return keyUsage;
  }

  /** Whether a person or an organisation holds such a certificate, not the PKI itself. */
  boolean isForHolder() {
    return this == SIGNER || this == SEAL;
  }

  boolean isAuthority() {
    return this == ROOT || this == ISSUING;
  }
}
