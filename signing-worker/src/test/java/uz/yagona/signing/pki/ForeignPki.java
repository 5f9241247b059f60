package uz.yagona.signing.pki;

import java.net.URI;
import java.time.Instant;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Another hierarchy with the very names of ours, as a forger would make it. */
public final class ForeignPki {
  private ForeignPki() {}

  /** A signer whose whole chain is forged. */
  public static Credential signer() {
    var factory = new CertificateFactory(URI.create("https://yagona.example.uz/pki"));
    var root = factory.root(blueprint(CertificateProfile.ROOT, "Yagona PILOT Root CA"));
    var issuing =
        factory.issue(blueprint(CertificateProfile.ISSUING, "Yagona PILOT Issuing CA"), root);
    return factory.issue(blueprint(CertificateProfile.SIGNER, "Aziza Karimova"), issuing);
  }

  /** A certificate that {@code signer}, who is no authority, has issued. */
  public static Credential issuedBy(Credential signer) {
    var factory = new CertificateFactory(URI.create("https://yagona.example.uz/pki"));
    return factory.issue(blueprint(CertificateProfile.SIGNER, "Aziza Karimova"), signer);
  }

  private static CertificateBlueprint blueprint(CertificateProfile profile, String name) {
    return new CertificateBlueprint(
        profile,
        PilotPki.name().addRDN(BCStyle.CN, name).build(),
        KeyAlgorithm.ECDSA_P256.newKeyPair(),
        Instant.now().minusSeconds(3600));
  }
}
