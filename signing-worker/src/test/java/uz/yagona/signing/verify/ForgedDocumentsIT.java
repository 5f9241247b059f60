package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import uz.yagona.signing.SigningServer;
import uz.yagona.signing.pades.CarelessSigner;
import uz.yagona.signing.pades.PkiBridge;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.ForeignPki;
import uz.yagona.signing.pki.OddCertificates;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.RevocationReason;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.render.SampleDecision;

/**
 * Forgeries of files that no register knows: only the signatures can betray them. Each row says
 * what the check answers, with the words of ETSI EN 319 102-1 and the reason that the portal
 * explains. {@link VerificationIT} has those of documents on record.
 */
class ForgedDocumentsIT {
  private static final SigningServer SERVER = SigningServer.shared();
  private static final String FAILED = "TOTAL_FAILED";
  private static final String UNCLEAR = "INDETERMINATE";

  private static CarelessSigner signer;
  private static Credential credential;
  private static byte[] decision;
  private static byte[] sound;
  private static byte[] prepared;

  @BeforeAll
  static void sign() {
    SERVER.awaitReady();
    signer = new CarelessSigner(SERVER.bean(PkiBridge.class));
    credential = issue("forged-documents");
    decision = SampleDecision.draw(Instant.now(), ZoneOffset.UTC);
    sound = signer.sign(decision, credential);
    prepared = signer.sign(ShadowFiles.prepared(), credential);
  }

  @Test
  void shouldFindTheUnforgedFilesSound() {
    for (var file : List.of(sound, prepared)) {
      var verification = SERVER.verify(file);

      assertThat(verification.path("result").asString())
          .as(verification.toString())
          .isEqualTo("VALID_UNKNOWN_DOCUMENT");
      assertThat(verification.path("signatures").get(0).path("indication").asString())
          .isEqualTo("TOTAL_PASSED");
    }
  }

  static Stream<Arguments> changedFiles() {
    return Stream.of(
        row("a changed byte", () -> Forgery.changedByte(sound), FAILED, "HASH_FAILURE"),
        row("text over the text", () -> Forgery.overlay(sound), FAILED, "FORMAT_FAILURE"),
        row("a stamp over the text", () -> Forgery.stamp(sound), FAILED, "FORMAT_FAILURE"),
        row("an added page", () -> Forgery.addedPage(sound), FAILED, "FORMAT_FAILURE"),
        row("a script", () -> Forgery.script(sound), FAILED, "FORMAT_FAILURE"),
        row("another form value", () -> ShadowFiles.refilled(prepared), FAILED, "FORMAT_FAILURE"),
        row("a removed cover", () -> ShadowFiles.uncovered(prepared), FAILED, "FORMAT_FAILURE"),
        row("another page tree", () -> ShadowFiles.switched(prepared), FAILED, "FORMAT_FAILURE"),
        row("another seal picture", () -> ShadowFiles.repainted(sound), FAILED, "FORMAT_FAILURE"),
        row(
            "a second signature over the text",
            () -> secondOverTheText(),
            FAILED,
            "FORMAT_FAILURE"),
        row(
            "a change after certification",
            () -> changedAfterCertification(),
            FAILED,
            "FORMAT_FAILURE"),
        row(
            "a stamp after certification",
            () -> Forgery.stamp(certified()),
            FAILED,
            "FORMAT_FAILURE"),
        row("wrapped signed bytes", () -> Wrapping.of(sound), FAILED, "FORMAT_FAILURE"),
        row(
            "a gap in the byte range",
            () -> Forgery.movedByteRange(sound),
            FAILED,
            "FORMAT_FAILURE"),
        row(
            "the signature of another file",
            () -> CmsForgery.ofAnotherDocument(sound, other()),
            FAILED,
            "HASH_FAILURE"),
        row(
            "another signature value",
            () -> Forgery.changedSignatureValue(sound),
            FAILED,
            "SIG_CRYPTO_FAILURE"),
        row(
            "another signed attribute",
            () -> Forgery.changedSignedAttribute(sound),
            FAILED,
            "HASH_FAILURE"));
  }

  private static Arguments row(
      String name, Supplier<byte[]> forged, String indication, String subIndication) {
    return Arguments.argumentSet(name, forged, indication, subIndication);
  }

  @ParameterizedTest
  @MethodSource("changedFiles")
  void shouldSayThatTheFileWasChanged(
      Supplier<byte[]> forged, String indication, String subIndication) {
    var verification = SERVER.verify(forged.get());

    assertFirst(verification, indication, subIndication);
    assertThat(verification.path("result").asString()).isEqualTo("CHANGED");
    assertThat(reasons(verification)).contains("CHANGED_AFTER_SIGNING");
  }

  static Stream<Arguments> signers() {
    return Stream.of(
        signer(
            "a signer whose certificate ended",
            () -> signer.sign(decision, odd().expired()),
            "CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "CERTIFICATE_EXPIRED"),
        signer(
            "a signer whose certificate has not begun",
            () -> signer.sign(decision, odd().notYetValid()),
            "CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "CERTIFICATE_NOT_YET_VALID"),
        signer(
            "a signer of another hierarchy with our names",
            () -> signer.sign(decision, ForeignPki.signer()),
            "NO_CERTIFICATE_CHAIN_FOUND",
            "CERTIFICATE_UNTRUSTED"),
        signer(
            "a signer certified by another signer",
            () -> signer.sign(decision, ForeignPki.issuedBy(credential)),
            "CERTIFICATE_CHAIN_GENERAL_FAILURE",
            "CERTIFICATE_UNTRUSTED"),
        signer(
            "a revoked signer",
            () -> signer.sign(decision, revoked("revoked-forger")),
            "REVOKED_NO_POE",
            "CERTIFICATE_REVOKED"),
        signer(
            "a revoked signer whom another authority calls good",
            ForgedDocumentsIT::withForeignStatus,
            "REVOKED_NO_POE",
            "CERTIFICATE_REVOKED"),
        signer(
            "the certificate of the same key put in its place",
            () -> CmsForgery.withCertificate(sound, odd().another(credential)),
            "NO_SIGNING_CERTIFICATE_FOUND",
            "CERTIFICATE_UNTRUSTED"),
        signer(
            "a timestamp of the forger's own authority",
            () -> signer.stampedBy(ForeignPki::timestamp).sign(decision, credential),
            "SIG_CONSTRAINTS_FAILURE",
            "TIMESTAMP_NOT_VALID"),
        signer(
            "a broken timestamp",
            () -> Forgery.changedTimestamp(sound),
            "SIG_CONSTRAINTS_FAILURE",
            "TIMESTAMP_NOT_VALID"),
        signer(
            "a weak digest",
            () ->
                signer
                    .with(weak -> weak.setDigestAlgorithm(DigestAlgorithm.SHA1))
                    .sign(decision, credential),
            "CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
            "WEAK_ALGORITHM"));
  }

  private static Arguments signer(
      String name, Supplier<byte[]> forged, String subIndication, String reason) {
    return Arguments.argumentSet(name, forged, subIndication, reason);
  }

  @ParameterizedTest
  @MethodSource("signers")
  void shouldNotAcceptASignatureBy(Supplier<byte[]> forged, String subIndication, String reason) {
    var verification = SERVER.verify(forged.get());

    assertFirst(verification, UNCLEAR, subIndication);
    assertThat(verification.path("result").asString()).isEqualTo("INDETERMINATE");
    assertThat(reasons(verification)).contains(reason);
  }

  @Test
  void shouldFindNoSignatureWhereTheContentsAreZeroOrHoldMore() {
    for (var forged :
        List.of(Forgery.emptiedContents(sound), CmsForgery.withBytesInThePadding(sound))) {
      var verification = SERVER.verify(forged);

      assertThat(verification.path("result").asString()).isEqualTo("NOT_SIGNED");
      assertThat(reasons(verification)).contains("NO_SIGNATURE");
    }
  }

  @Test
  void shouldSeeBytesBehindTheEnd() {
    for (var forged :
        List.of(Forgery.trailingBytes(sound), Forgery.trailingBytesWithEndMark(sound))) {
      var verification = SERVER.verify(forged);

      assertThat(verification.path("result").asString())
          .as(verification.toString())
          .isEqualTo("CHANGED");
      assertThat(reasons(verification)).contains("BYTES_AFTER_END");
    }
  }

  private static byte[] other() {
    return signer.sign(SampleDecision.draw(Instant.EPOCH, ZoneOffset.UTC), credential);
  }

  private static byte[] secondOverTheText() {
    return signer
        .with(
            second -> {
              var image = second.getImageParameters();
              var place = image.getFieldParameters();
              place.setFieldId(null);
              place.setPage(1);
              place.setOriginX(60);
              place.setOriginY(100);
              place.setWidth(450);
              place.setHeight(300);
              var text = new SignatureImageTextParameters();
              text.setText("The appeal is refused");
              image.setTextParameters(text);
            })
        .sign(sound, issue("second-signer"));
  }

  private static byte[] certified() {
    return signer
        .with(first -> first.setPermission(CertificationPermission.NO_CHANGE_PERMITTED))
        .sign(ShadowFiles.prepared(), credential);
  }

  private static byte[] changedAfterCertification() {
    return ShadowFiles.refilled(certified());
  }

  private static OddCertificates odd() {
    return new OddCertificates(SERVER);
  }

  private static Credential revoked(String user) {
    var revoked = issue(user);
    var revocation =
        SERVER
            .bean(SignerCredentials.class)
            .revoke(revoked.serial(), RevocationReason.KEY_COMPROMISE, "test");
    Awaitility.await().until(() -> Instant.now().isAfter(revocation.revokedAt().plusSeconds(1)));
    return revoked;
  }

  private static byte[] withForeignStatus() {
    var revoked = revoked("called-good");
    var status = ForeignPki.goodStatus(revoked.certificate(), revoked.chain().get(1));
    return Forgery.updated(
        signer.sign(decision, revoked),
        document -> {
          var proof = new COSDictionary();
          proof.setItem(COSName.getPDFName("OCSPs"), streams(document, status));
          proof.setItem(COSName.getPDFName("CRLs"), streams(document, ForeignPki.emptyList()));
          document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("DSS"), proof);
        });
  }

  private static COSArray streams(PDDocument document, byte[] content) throws java.io.IOException {
    var stream = document.getDocument().createCOSStream();
    try (var out = stream.createOutputStream()) {
      out.write(content);
    }
    var streams = new COSArray();
    streams.add(stream);
    return streams;
  }

  private static Credential issue(String user) {
    return SERVER
        .bean(SignerCredentials.class)
        .issue(new Person(user, "Test PILOT " + user, "tester"));
  }

  private static void assertFirst(JsonNode verification, String indication, String subIndication) {
    var signature = verification.path("signatures").get(0);
    assertThat(signature).as(verification.toString()).isNotNull();
    assertThat(signature.path("indication").asString())
        .as(verification.toString())
        .isEqualTo(indication);
    assertThat(signature.path("subIndication").asString())
        .as(verification.toString())
        .isEqualTo(subIndication);
  }

  private static List<String> reasons(JsonNode verification) {
    return verification.path("reasons").valueStream().map(JsonNode::asString).toList();
  }
}
