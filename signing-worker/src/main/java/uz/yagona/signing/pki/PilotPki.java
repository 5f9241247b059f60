package uz.yagona.signing.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * The authorities' keys and certificates. They are made at first start; the word PILOT in every
 * subject says that they have no legal force.
 */
public final class PilotPki {
  private static final Duration RENEW_BEFORE = Duration.ofDays(60);
  private static final Duration BACKDATE = Duration.ofHours(1);
  private static final String ORGANISATION = "Yagona PILOT";

  private final Keys files;
  private final CertificateFactory factory;
  private final CertificateRepository certificates;
  private final TrustedTime time;
  private final KeyAlgorithm algorithm;
  private final @Nullable OfflineRoot offline;
  private final X509Certificate root;
  private final Credential issuing;
  private volatile Credential timestamping;
  private volatile Credential responder;

  /**
   * @param offline {@code null} when the root's key is kept here as well
   */
  PilotPki(
      Keys files,
      CertificateFactory factory,
      CertificateRepository certificates,
      TrustedTime time,
      KeyAlgorithm algorithm,
      @Nullable OfflineRoot offline) {
    this.files = files;
    this.factory = factory;
    this.certificates = certificates;
    this.time = time;
    this.algorithm = algorithm;
    this.offline = offline;
    this.issuing = files.find("issuing").orElseGet(this::newIssuing);
    this.root = issuing.chain().get(1);
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

  /** Certificate of an authority. */
  X509Certificate certificate(Authority authority) {
    return authority == Authority.ROOT ? root : issuing.certificate();
  }

  /**
   * Key and chain of an authority.
   *
   * @throws IllegalStateException for a root whose key is kept elsewhere
   */
  Credential authority(Authority authority) {
    if (authority == Authority.ISSUING) {
      return issuing;
    }
    return files
        .find("root")
        .orElseThrow(
            () ->
                new IllegalStateException("Expected the key of the root, but it is kept offline"));
  }

  /** The list of a root whose key is kept elsewhere; empty when it is made here. */
  Optional<byte[]> offlineRootList() {
    return offline == null ? Optional.empty() : Optional.of(offline.revocationList(root));
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

  /** A certificate of the issuing authority with the ones above it. */
  List<X509Certificate> chain(X509Certificate certificate) {
    return Stream.concat(Stream.of(certificate), issuing.chain().stream()).toList();
  }

  /** Certifies a key pair under {@code subject}. */
  Credential issue(CertificateProfile profile, X500Name subject, KeyPair keyPair, Period lifetime) {
    var from = time.now().minus(BACKDATE);
    var blueprint = new CertificateBlueprint(profile, subject, keyPair, from, lifetime);
    return factory.issue(blueprint, authority(profile.issuer()));
  }

  /** A fresh key pair of the configured kind. */
  KeyPair newKeyPair() {
    return files.newKeyPair(algorithm);
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
            newKeyPair(),
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
    var subject = name().addRDN(BCStyle.CN, "Yagona PILOT Issuing CA").build();
    if (offline != null) {
      var issued = offline.issuing(requestedKeys(subject), subject);
      files.save("issuing", issued);
      return issued;
    }
    var authority = files.find("root").orElseGet(this::newRoot);
    var keys = newKeyPair();
    var blueprint =
        new CertificateBlueprint(
            CertificateProfile.ISSUING, subject, keys, time.now().minus(BACKDATE));
    var issued = factory.issue(blueprint, authority);
    files.save("issuing", issued);
    return issued;
  }

  /** The key waits for the root's answer under a certificate of its own. */
  private KeyPair requestedKeys(X500Name subject) {
    var waiting =
        files
            .find("issuing-requested")
            .orElseGet(
                () -> {
                  requireNoOlderHierarchy();
                  var blueprint =
                      new CertificateBlueprint(
                          CertificateProfile.ISSUING, subject, newKeyPair(), time.now());
                  var own = factory.root(blueprint);
                  files.save("issuing-requested", own);
                  return own;
                });
    return new KeyPair(waiting.certificate().getPublicKey(), waiting.key());
  }

  private void registerAuthorities() {
    var now = time.now();
    certificates.add(CertificateProfile.ROOT, root, null, now);
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
    var credential = issue(profile, subject, newKeyPair(), profile.lifetime());
    files.save(fileName, credential);
    certificates.add(profile, credential.certificate(), null, time.now());
    return credential;
  }

  private boolean isDue(Credential credential) {
    var end = credential.certificate().getNotAfter().toInstant();
    return end.isBefore(time.now().plus(RENEW_BEFORE));
  }
}
