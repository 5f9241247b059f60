package uz.yagona.signing.pki;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.bouncycastle.asn1.x500.style.BCStyle;
import uz.yagona.signing.SigningServer;

/** Certificates of a server's own issuing authority that it would not issue by itself. */
public final class OddCertificates {
  private static final Period YEAR = Period.ofYears(1);

  private final PilotPki pki;
  private final CertificateRepository certificates;

  public OddCertificates(SigningServer server) {
    this.pki = server.bean(PilotPki.class);
    this.certificates = server.bean(CertificateRepository.class);
  }

  /** Ended a year ago. */
  public Credential expired() {
    return issue("expired", pki.newKeyPair(), Instant.now().minus(Duration.ofDays(730)));
  }

  /** Begins in a year. */
  public Credential notYetValid() {
    return issue("future", pki.newKeyPair(), Instant.now().plus(Duration.ofDays(365)));
  }

  /** In force; a further certificate for the key of another one. */
  public Credential another(Credential credential) {
    var keys = new KeyPair(credential.certificate().getPublicKey(), credential.key());
    return issue("another", keys, Instant.now().minus(Duration.ofHours(1)));
  }

  private Credential issue(String user, KeyPair keys, Instant from) {
    var subject =
        PilotPki.name().addRDN(BCStyle.CN, "Test PILOT " + user).addRDN(BCStyle.UID, user).build();
    var blueprint = new CertificateBlueprint(CertificateProfile.SIGNER, subject, keys, from, YEAR);
    var credential =
        new CertificateFactory(java.net.URI.create("https://yagona.example.uz/pki"))
            .issue(blueprint, pki.authority(Authority.ISSUING));
    certificates.add(CertificateProfile.SIGNER, credential.certificate(), user, Instant.now());
    return credential;
  }
}
