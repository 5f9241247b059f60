package uz.yagona.signing.pki;

import java.security.KeyPair;
import java.time.Instant;
import java.time.Period;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * What an authority is asked to certify.
 *
 * @param keyPair the subject's keys
 * @param from start of validity
 * @param lifetime at most that of the profile
 */
record CertificateBlueprint(
    CertificateProfile profile, X500Name subject, KeyPair keyPair, Instant from, Period lifetime) {

  /** Refuses what is beyond policy. */
  CertificateBlueprint {
    if (lifetime.toTotalMonths() > profile.lifetime().toTotalMonths()) {
      throw new IllegalArgumentException(
          "Expected at most %s for a certificate of a %s, but got %s"
              .formatted(profile.lifetime(), profile, lifetime));
    }
  }

  /** As long as the profile allows. */
  CertificateBlueprint(
      CertificateProfile profile, X500Name subject, KeyPair keyPair, Instant from) {
    this(profile, subject, keyPair, from, profile.lifetime());
  }
}
