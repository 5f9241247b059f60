package uz.yagona.signing.pki;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.transaction.support.TransactionOperations;

/** Signer certificates with keys kept by this installation: issue, find, revoke. */
public final class SignerCredentials {
  /** Upper bound of common name and title in X.520. */
  private static final int LONGEST_NAME = 64;

  private final PilotPki pki;
  private final KeyFiles files;
  private final CertificateRepository certificates;
  private final RevocationRepository revocations;
  private final TrustedTime time;
  private final TransactionOperations transaction;

  SignerCredentials(
      PilotPki pki,
      KeyFiles files,
      CertificateRepository certificates,
      RevocationRepository revocations,
      TrustedTime time,
      TransactionOperations transaction) {
    this.pki = pki;
    this.files = files;
    this.certificates = certificates;
    this.revocations = revocations;
    this.time = time;
    this.transaction = transaction;
  }

  /** The user's credential: certificate valid now and not revoked, key in this installation. */
  public Optional<Credential> find(String userName) {
    return certificates.usable(userName, time.now()).stream()
        .flatMap(row -> files.find(fileName(row.serial())).stream())
        .findFirst();
  }

  /**
   * The person's credential; issues one when the person never had any. A person whose certificates
   * are all revoked or expired gets no new one this way: that is for {@link #issue}.
   *
   * @return empty when the person had certificates and none is usable
   */
  public Optional<Credential> findOrIssueFirst(Person person) {
    return transaction.execute(
        status -> {
          certificates.lock(person.userName());
          if (certificates.ofUser(person.userName()).isEmpty()) {
            return Optional.of(issue(person));
          }
          return find(person.userName());
        });
  }

  /** Issues a further certificate; older ones stay valid. */
  public Credential issue(Person person) {
    var fileName = "signer-" + UUID.randomUUID();
    var credential = pki.issue(CertificateProfile.SIGNER, subject(person), fileName);
    files.rename(fileName, fileName(credential.serial()));
    certificates.add(
        CertificateProfile.SIGNER, credential.certificate(), person.userName(), time.now());
    return credential;
  }

  /**
   * Ends a signer certificate at once; a second revocation changes nothing.
   *
   * @throws NoSuchElementException when no signer has a certificate with this serial number
   */
  public Revocation revoke(String serial, RevocationReason reason, String revokedBy) {
    var known = certificates.find(serial);
    if (known.isEmpty() || known.get().profile() != CertificateProfile.SIGNER) {
      throw new NoSuchElementException(
          "Expected a signer certificate with serial %s, but there is none".formatted(serial));
    }
    revocations.add(new Revocation(serial, time.now(), reason), revokedBy);
    return revocations.find(serial).orElseThrow();
  }

  /** All certificates of a user with their revocation, the latest first. */
  public List<CertificateState> states(String userName) {
    return certificates.ofUser(userName).stream()
        .map(row -> CertificateState.of(row, revocations.find(row.serial()).orElse(null)))
        .toList();
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

  private static String shortened(String text) {
    var codePoints = text.codePoints().limit(LONGEST_NAME).toArray();
    return new String(codePoints, 0, codePoints.length);
  }
}
