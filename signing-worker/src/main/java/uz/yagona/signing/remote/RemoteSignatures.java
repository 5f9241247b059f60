package uz.yagona.signing.remote;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.signing.Language;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.document.AttachedSignature;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.Sha256;
import uz.yagona.signing.pades.GivenSignature;
import uz.yagona.signing.pades.GivenSignatures;
import uz.yagona.signing.pades.SigningPreview;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Organisation;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.pki.TrustedTime;
import uz.yagona.signing.portal.Portal;

/**
 * The two steps of signing with a key that the person keeps. What lies between them is in the
 * database alone, bound to person, task, file and certificate; it expires, and is used once.
 */
@Service
class RemoteSignatures implements GivenSignatures {
  private static final String NOT_ENTITLED = "SIGNER_NOT_ENTITLED";
  private static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);

  private final RemoteSignatureRepository signatures;
  private final Documents documents;
  private final SigningPreview preview;
  private final SignerCredentials credentials;
  private final EImzoVerifier verifier;
  private final Portal portal;
  private final Duration preparedFor;
  private final TrustedTime time;

  RemoteSignatures(
      RemoteSignatureRepository signatures,
      Documents documents,
      SigningPreview preview,
      SignerCredentials credentials,
      EImzoVerifier verifier,
      Portal portal,
      SigningProperties properties,
      TrustedTime time) {
    this.signatures = signatures;
    this.documents = documents;
    this.preview = preview;
    this.credentials = credentials;
    this.verifier = verifier;
    this.portal = portal;
    this.preparedFor = properties.remote().preparedFor();
    this.time = time;
  }

  /**
   * What a person asks to sign.
   *
   * @param certificate DER of the person's certificate; {@code null} for E-IMZO
   */
  record Order(
      RemoteMethod method,
      UUID documentId,
      SigningPreview.Claim claim,
      byte @Nullable [] certificate) {}

  /**
   * Prepares a signature; a person may prepare several, each is bound to what it was made for.
   *
   * @throws NoSuchElementException when there is no such document
   * @throws BpmnErrorException when the person may not sign it
   * @throws RemoteSignatureException when the certificate or the method will not do
   */
  RemoteSignature prepare(Order order) {
    var document =
        documents
            .find(order.documentId())
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "Expected document %s, but there is none".formatted(order.documentId())));
    var permit = preview.permit(order.claim(), document);
    var now = time.now();
    signatures.deleteExpired(now.minus(KEPT_AFTER_EXPIRY));
    var signature =
        order.method() == RemoteMethod.OWN_KEY
            ? own(order, document, permit, now)
            : beside(order, document, permit, now);
    signatures.add(signature);
    return signature;
  }

  private RemoteSignature own(
      Order order, Document document, SigningPreview.Permit permit, Instant now) {
    var credential = presented(order);
    var dataToSign = preview.dataToSign(permit, credential, now);
    return prepared(order, document, permit, now, credential.serial(), dataToSign);
  }

  private RemoteSignature beside(
      Order order, Document document, SigningPreview.Permit permit, Instant now) {
    var unused = verifier.settings();
    var digest = HexFormat.of().parseHex(order.claim().shownSha256());
    return prepared(order, document, permit, now, null, digest);
  }

  private RemoteSignature prepared(
      Order order,
      Document document,
      SigningPreview.Permit permit,
      Instant now,
      @Nullable String certificateSerial,
      byte[] dataToSign) {
    return new RemoteSignature(
        UUID.randomUUID(),
        order.method(),
        document.documentId(),
        permit.processInstanceKey(),
        order.claim().userTaskKey(),
        order.claim().signer(),
        document.currentSha256(),
        certificateSerial,
        now,
        now.plus(preparedFor),
        dataToSign,
        RemoteSignature.State.PREPARED,
        null,
        null);
  }

  /** The certificate must be the very one on record, not only one with its number. */
  private Credential presented(Order order) {
    var shown = certificate(order.certificate());
    return credentials
        .heldElsewhere(order.claim().signer(), shown.getSerialNumber().toString(16))
        .filter(known -> known.certificate().equals(shown))
        .orElseThrow(
            () ->
                new RemoteSignatureException(
                    RemoteSignatureException.CERTIFICATE_NOT_VALID,
                    "Expected a certificate of %s that is on record, valid and not revoked"
                        .formatted(order.claim().signer())));
  }

  private static X509Certificate certificate(byte @Nullable [] der) {
    try {
      if (der != null
          && CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))
              instanceof X509Certificate certificate) {
        return certificate;
      }
    } catch (CertificateException e) {
      // told below
    }
    throw new RemoteSignatureException(
        RemoteSignatureException.CERTIFICATE_NOT_VALID,
        "Expected 'certificate' to be X.509 in DER, but it is not");
  }

  /**
   * What the person made.
   *
   * @param value signature value, or PKCS#7
   * @param pinfl personal number that the portal knows; {@code null} for none
   * @param address network address of the person; {@code null} if unknown
   */
  record Given(String signer, byte[] value, @Nullable String pinfl, @Nullable String address) {}

  /**
   * Takes the second step, and gives it as it stands then; the same value again changes nothing.
   *
   * @throws NoSuchElementException when this person has nothing prepared under this id
   * @throws RemoteSignatureException when it is expired, used, or the value is not valid
   */
  RemoteSignature give(UUID id, Given given) {
    var signature =
        signatures
            .find(id)
            .filter(found -> found.signer().equals(given.signer()))
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "Expected signature %s of %s, but there is none"
                            .formatted(id, given.signer())));
    if (signature.value() != null && Arrays.equals(signature.value(), valueOf(signature, given))) {
      return signature;
    }
    requirePrepared(signature);
    var kept =
        switch (signature.method()) {
          case OWN_KEY -> signatures.give(id, valueOf(signature, given), null, time.now());
          case E_IMZO -> signatures.give(id, given.value(), finding(signature, given), time.now());
        };
    var after = signatures.find(id).orElseThrow();
    if (!kept) {
      requirePrepared(after);
    }
    return after;
  }

  private void requirePrepared(RemoteSignature signature) {
    if (signature.state() != RemoteSignature.State.PREPARED) {
      throw new RemoteSignatureException(
          RemoteSignatureException.USED,
          "Expected signature %s to be prepared, but it is %s"
              .formatted(signature.remoteSignatureId(), signature.state()));
    }
    if (!time.now().isBefore(signature.expiresAt())) {
      throw new RemoteSignatureException(
          RemoteSignatureException.EXPIRED,
          "Expected signature %s until %s, but it came later"
              .formatted(signature.remoteSignatureId(), signature.expiresAt()));
    }
  }

  private byte[] valueOf(RemoteSignature signature, Given given) {
    if (signature.method() == RemoteMethod.E_IMZO) {
      return given.value();
    }
    var key = credential(signature).certificate().getPublicKey();
    return SignatureValues.checked(key, signature.dataToSign(), given.value())
        .orElseThrow(
            () ->
                new RemoteSignatureException(
                    RemoteSignatureException.SIGNATURE_NOT_VALID,
                    "Expected a signature over the data to sign by the key of certificate %s"
                        .formatted(signature.certificateSerial())));
  }

  /** Digest of the file that a PKCS#7 covers: the one shown, to which others may have added. */
  private static String covered(RemoteSignature signature) {
    return HexFormat.of().formatHex(signature.dataToSign());
  }

  private EImzoFinding finding(RemoteSignature signature, Given given) {
    var file = documents.content(covered(signature));
    var name = portal.person(signature.signer(), Language.UZ_LATN).displayName();
    return verifier.check(
        file, given.value(), new EImzoVerifier.Signatory(name, given.pinfl(), given.address()));
  }

  @Override
  public GivenSignature find(Use use) {
    var signature =
        signatures
            .find(use.remoteSignatureId())
            .filter(
                found ->
                    found.signer().equals(use.signer())
                        && found.documentId().equals(use.documentId())
                        && found.processInstanceKey() == use.processInstanceKey())
            .orElseThrow(
                () ->
                    new BpmnErrorException(
                        NOT_ENTITLED,
                        "Expected signature %s to be given by %s for document %s, but it is not"
                            .formatted(use.remoteSignatureId(), use.signer(), use.documentId())));
    var value = signature.value();
    if (value == null) {
      throw notThere(use);
    }
    var finding = signature.finding();
    return finding == null
        ? new GivenSignature.Value(
            signature.inputSha256(),
            credential(signature),
            signature.preparedAt(),
            signature.dataToSign(),
            value)
        : beside(signature, value, finding);
  }

  private GivenSignature.Beside beside(
      RemoteSignature signature, byte[] pkcs7, EImzoFinding finding) {
    var settings = verifier.settings();
    return new GivenSignature.Beside(
        new Organisation(settings.organisationCode(), settings.organisationName()),
        pkcs7,
        new AttachedSignature(
            Sha256.of(pkcs7),
            "",
            signature.signer(),
            finding.subjectName(),
            finding.certificateSerial(),
            covered(signature),
            finding.claimedAt(),
            finding.checkedAt(),
            finding.checker(),
            finding.simulated()));
  }

  @Override
  public void spend(Use use) {
    if (!signatures.use(use.remoteSignatureId(), use.jobKey())) {
      throw notThere(use);
    }
  }

  private static BpmnErrorException notThere(Use use) {
    return new BpmnErrorException(
        NOT_ENTITLED,
        "Expected signature %s to be given and not used, but it is not so"
            .formatted(use.remoteSignatureId()));
  }

  private Credential credential(RemoteSignature signature) {
    return credentials
        .heldElsewhere(signature.signer(), String.valueOf(signature.certificateSerial()))
        .orElseThrow(
            () ->
                new BpmnErrorException(
                    RemoteSignatureException.CERTIFICATE_NOT_VALID,
                    "Expected certificate %s of %s to be valid and not revoked, but it is not"
                        .formatted(signature.certificateSerial(), signature.signer())));
  }
}
