package uz.yagona.signing.pki;

import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Period;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Signer certificates with keys kept by this installation: issue, extend, find, revoke. */
public final class SignerCredentials {
  /** Upper bound of common name and title in X.520. */
  private static final int LONGEST_NAME = 64;

  private final PilotPki pki;
  private final Keys files;
  private final CertificateRepository certificates;
  private final Revocations revocations;
  private final PkiJournal journal;
  private final TrustedTime time;
  private final TransactionOperations transaction;
  private final boolean isAutomatic;

  SignerCredentials(
      PilotPki pki,
      Keys files,
      CertificateRepository certificates,
      Revocations revocations,
      PkiJournal journal,
      TrustedTime time,
      TransactionOperations transaction,
      boolean isAutomatic) {
    this.pki = pki;
    this.files = files;
    this.certificates = certificates;
    this.revocations = revocations;
    this.journal = journal;
    this.time = time;
    this.transaction = transaction;
    this.isAutomatic = isAutomatic;
  }

  /** The user's credential: certificate valid now and not revoked, key in this installation. */
  public Optional<Credential> find(String userName) {
    return certificates.usable(userName, time.now()).stream()
        .flatMap(row -> files.find(fileName(row.serial())).stream())
        .findFirst();
  }

  /**
   * The person's credential; issues one when the person never had any and the installation gives
   * certificates without the registration desk. A person whose certificates are all revoked, on
   * hold or expired gets no new one this way.
   *
   * @return empty when none is usable
   */
  public Optional<Credential> findOrIssueFirst(Person person) {
    return findOrIssueFirst(person.userName(), () -> issue(person));
  }

  /** As the other one, for the seal of an organisation. */
  public Optional<Credential> findOrIssueFirst(Organisation organisation) {
    return findOrIssueFirst(organisation.userName(), () -> issue(organisation, null));
  }

  /**
   * A certificate for the seal of an organisation.
   *
   * @param months {@code null} for as long as policy allows
   */
  Credential issue(Organisation organisation, @Nullable Integer months) {
    return store(
        CertificateProfile.SEAL,
        subject(organisation),
        organisation.userName(),
        pki.newKeyPair(),
        months == null ? CertificateProfile.SEAL.lifetime() : Period.ofMonths(months));
  }

  /**
   * The person's certificate with this serial number, valid now and not revoked, whose key the
   * person keeps; nothing can be signed here with the result.
   */
  public Optional<Credential> heldElsewhere(String userName, String serial) {
    return certificates.usable(userName, time.now()).stream()
        .filter(row -> row.serial().equals(serial))
        .findFirst()
        .map(row -> Credential.heldElsewhere(pki.chain(row.certificate())));
  }

  private Optional<Credential> findOrIssueFirst(String holder, Supplier<Credential> issue) {
    return transaction.execute(
        status -> {
          certificates.lock(holder);
          return isAutomatic && certificates.ofUser(holder).isEmpty()
              ? Optional.of(issue.get())
              : find(holder);
        });
  }

  /** Issues a further certificate; older ones stay valid. */
  public Credential issue(Person person) {
    return issue(person, null);
  }

  /**
   * As the other one.
   *
   * @param months {@code null} for as long as policy allows
   */
  Credential issue(Person person, @Nullable Integer months) {
    var lifetime = months == null ? CertificateProfile.SIGNER.lifetime() : Period.ofMonths(months);
    var holder = person.userName();
    return store(CertificateProfile.SIGNER, subject(person), holder, pki.newKeyPair(), lifetime);
  }

  /**
   * Certifies a key that the person keeps, under the subject that the desk asked for.
   *
   * @param months {@code null} for as long as policy allows
   */
  String certify(Person person, PublicKey key, @Nullable Integer months) {
    var lifetime = months == null ? CertificateProfile.SIGNER.lifetime() : Period.ofMonths(months);
    var absent = new KeyPair(key, new AbsentKey(key.getAlgorithm()));
    var credential = pki.issue(CertificateProfile.SIGNER, subject(person), absent, lifetime);
    register(CertificateProfile.SIGNER, credential, person.userName());
    return credential.serial();
  }

  /** Certifies the key of a certificate anew, under the same subject. */
  Credential extend(String serial) {
    var former = held(serial);
    var key =
        files
            .find(fileName(serial))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected the key of certificate %s, but it is not kept here"
                            .formatted(serial)));
    var encoded = former.certificate().getSubjectX500Principal().getEncoded();
    var holder = String.valueOf(former.userName());
    var keyPair = new KeyPair(former.certificate().getPublicKey(), key.key());
    var profile = former.profile();
    var credential =
        store(profile, X500Name.getInstance(encoded), holder, keyPair, profile.lifetime());
    certificates.extend(credential.serial(), serial);
    return credential;
  }

  /**
   * A certificate of a person or an organisation.
   *
   * @throws NoSuchElementException when nobody holds one with this serial number
   */
  IssuedCertificate held(String serial) {
    return certificates
        .find(serial)
        .filter(certificate -> certificate.profile().isForHolder())
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Expected a signer certificate with serial %s, but there is none"
                        .formatted(serial)));
  }

  /** Refuses a certificate that is revoked or on hold. */
  void requireNotRevoked(String serial) {
    if (revocations.find(serial).isPresent()) {
      throw new IllegalArgumentException(
          "Expected certificate %s to be in force, but it is revoked or on hold".formatted(serial));
    }
  }

  /** Refuses a certificate that is revoked for good; one on hold passes. */
  void requireNotEnded(String serial) {
    if (revocations.find(serial).filter(one -> !one.isHold()).isPresent()) {
      throw new IllegalArgumentException(
          "Expected certificate %s not to be revoked, but it is".formatted(serial));
    }
  }

  private Credential store(
      CertificateProfile profile,
      X500Name subject,
      String holder,
      KeyPair keyPair,
      Period lifetime) {
    var credential = pki.issue(profile, subject, keyPair, lifetime);
    files.save(fileName(credential.serial()), credential);
    register(profile, credential, holder);
    return credential;
  }

  private void register(CertificateProfile profile, Credential credential, String holder) {
    certificates.add(profile, credential.certificate(), holder, time.now());
    journal.write(PkiJournal.SYSTEM, "CERTIFICATE_ISSUED", credential.serial(), profile.name());
  }

  /**
   * Ends a signer certificate at once; a second revocation changes nothing.
   *
   * @throws NoSuchElementException when no signer has a certificate with this serial number
   */
  public Revocation revoke(String serial, RevocationReason reason, String revokedBy) {
    var known = held(serial);
    transaction.executeWithoutResult(
        status -> {
          revocations.revoke(new Revocation(known.serial(), time.now(), reason), revokedBy);
          journal.write(revokedBy, "CERTIFICATE_REVOKED", known.serial(), reason.name());
        });
    return revocations.find(serial).orElseThrow();
  }

  /** All certificates of a user with their revocation, the latest first. */
  public List<CertificateState> states(String userName) {
    return certificates.ofUser(userName).stream().map(this::state).toList();
  }

  /**
   * One certificate of a person or an organisation.
   *
   * @throws NoSuchElementException when nobody holds one with this serial number
   */
  public CertificateState state(String serial) {
    return state(held(serial));
  }

  /**
   * Certificates whose serial number, holder or subject holds this text, the latest first; the
   * newest ones for an empty text.
   */
  public List<CertificateState> search(String text, int limit) {
    return certificates.search(text, limit).stream().map(this::state).toList();
  }

  private CertificateState state(IssuedCertificate row) {
    return CertificateState.of(row, revocations.find(row.serial()).orElse(null));
  }

  private static String fileName(String serial) {
    return "signer-" + serial;
  }

  private static X500Name subject(Person person) {
    return PilotPki.name()
        .addRDN(BCStyle.CN, shortened(person.displayName()))
        .addRDN(BCStyle.T, shortened(person.position()))
        .addRDN(BCStyle.UID, person.userName())
        .build();
  }

  /** The organisation's own name stands as O, so PILOT stands as its unit. */
  private static X500Name subject(Organisation organisation) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.C, "UZ")
        .addRDN(BCStyle.O, shortened(organisation.name()))
        .addRDN(BCStyle.OU, "Yagona PILOT")
        .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, organisation.code())
        .addRDN(BCStyle.CN, shortened(organisation.name()))
        .build();
  }

  private static String shortened(String text) {
    var codePoints = text.codePoints().limit(LONGEST_NAME).toArray();
    return new String(codePoints, 0, codePoints.length);
  }
}
