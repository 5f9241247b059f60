package uz.yagona.signing.pki;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The authorities' keys and certificates. They are made at first start; the word PILOT in every
 * subject says that they have no legal force.
 */
public final class PilotPki {
  private static final Duration RENEW_BEFORE = Duration.ofDays(60);
  private static final Duration BACKDATE = Duration.ofHours(1);
  private static final String ORGANISATION = "Yagona PILOT";

  private final KeyFiles files;
  private final CertificateFactory factory;
  private final CertificateRepository certificates;
  private final TrustedTime time;
  private final KeyAlgorithm algorithm;
  private final Credential root;
  private final Credential issuing;
  private volatile Credential timestamping;
  private volatile Credential responder;

  PilotPki(
      KeyFiles files,
      CertificateFactory factory,
      CertificateRepository certificates,
      TrustedTime time,
      KeyAlgorithm algorithm) {
    this.files = files;
    this.factory = factory;
    this.certificates = certificates;
    this.time = time;
    this.algorithm = algorithm;
    this.root = files.find("root").orElseGet(this::newRoot);
    this.issuing = files.find("issuing").orElseGet(this::newIssuing);
    registerAuthorities();
    this.timestamping = load("tsa", CertificateProfile.TSA);
    this.responder = load("ocsp", CertificateProfile.OCSP);
  }

  /** Certificates that verification trusts: every root that this installation ever had. */
  public List<X509Certificate> trustAnchors() {
    return certificates.withProfile(CertificateProfile.ROOT).stream()
        .map(IssuedCertificate::certificate)
        .toList();
  }

  Credential authority(Authority authority) {
    return authority == Authority.ROOT ? root : issuing;
  }

  /** The timestamp authority's credential; renewed before it ends. */
  Credential timestamping() {
    if (isDue(timestamping)) {
      timestamping = renew("tsa", CertificateProfile.TSA, timestamping);
    }
    return timestamping;
  }

  /** The OCSP responder's credential; renewed before it ends. */
  Credential responder() {
    if (isDue(responder)) {
      responder = renew("ocsp", CertificateProfile.OCSP, responder);
    }
    return responder;
  }

  /** Makes a key pair, certifies it under {@code subject} and stores it as {@code fileName}. */
  Credential issue(CertificateProfile profile, X500Name subject, String fileName) {
    var blueprint =
        new CertificateBlueprint(
            profile, subject, algorithm.newKeyPair(), time.now().minus(BACKDATE));
    var credential = factory.issue(blueprint, authority(profile.issuer()));
    files.save(fileName, credential);
    return credential;
  }

  static X500NameBuilder name() {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "UZ")
        .addRDN(BCStyle.O, ORGANISATION);
  }

  private Credential newRoot() {
    requireNoOlderHierarchy();
    var blueprint =
        new CertificateBlueprint(
            CertificateProfile.ROOT,
            name().addRDN(BCStyle.CN, "Yagona PILOT Root CA").build(),
            algorithm.newKeyPair(),
            time.now().minus(BACKDATE));
    var credential = factory.root(blueprint);
    files.save("root", credential);
    return credential;
  }

  private void requireNoOlderHierarchy() {
    if (!certificates.withProfile(CertificateProfile.ROOT).isEmpty()) {
      throw new IllegalStateException(
          "Expected the keys of the pilot PKI in the data directory's secrets/pki, because the"
              + " database holds certificates made with them, but there are none. Restore the"
              + " directory, or use an empty database.");
    }
  }

  private Credential newIssuing() {
    return issue(
        CertificateProfile.ISSUING,
        name().addRDN(BCStyle.CN, "Yagona PILOT Issuing CA").build(),
        "issuing");
  }

  private void registerAuthorities() {
    var now = time.now();
    certificates.add(CertificateProfile.ROOT, root.certificate(), null, now);
    certificates.add(CertificateProfile.ISSUING, issuing.certificate(), null, now);
  }

  private Credential load(String fileName, CertificateProfile profile) {
    var stored = files.find(fileName).filter(credential -> !isDue(credential));
    if (stored.isPresent()) {
      certificates.add(profile, stored.get().certificate(), null, time.now());
      return stored.get();
    }
    return issueService(fileName, profile);
  }

  private synchronized Credential renew(
      String fileName, CertificateProfile profile, Credential current) {
    var stored = files.find(fileName).orElse(current);
    return isDue(stored) ? issueService(fileName, profile) : stored;
  }

  private Credential issueService(String fileName, CertificateProfile profile) {
    var role = profile == CertificateProfile.TSA ? "Timestamp Authority" : "OCSP Responder";
    var subject = name().addRDN(BCStyle.CN, "Yagona PILOT " + role).build();
    var credential = issue(profile, subject, fileName);
    certificates.add(profile, credential.certificate(), null, time.now());
    return credential;
  }

  private boolean isDue(Credential credential) {
    var end = credential.certificate().getNotAfter().toInstant();
    return end.isBefore(time.now().plus(RENEW_BEFORE));
  }
}
