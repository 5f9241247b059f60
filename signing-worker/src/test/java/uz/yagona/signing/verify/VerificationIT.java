package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import uz.yagona.signing.SigningServer;

/** The forged-document corpus: none may ever be called valid. */
class VerificationIT {
  private static final SigningServer SERVER = SigningServer.shared();
  private static byte[] signed;

  @BeforeAll
  static void sign() {
    SERVER.awaitReady();
    signed = SERVER.signed("B-T");
  }

  @Test
  void shouldCallTheFileOnRecordValid() {
    var verification = SERVER.verify(signed);

    assertThat(verification.path("result").asString()).isEqualTo("VALID");
    assertThat(reasons(verification)).isEmpty();
    assertThat(verification.path("document").path("inForce").asBoolean()).isTrue();
    var signature = verification.path("signatures").get(0);
    assertThat(signature.path("signerName").asString()).isEqualTo("Aziza Karimova");
    assertThat(signature.path("signerPosition").asString())
        .isEqualTo("Kadastr agentligi boshligʻi");
    assertThat(signature.path("level").asString()).isEqualTo("PAdES-B-T");
    assertThat(signature.path("coversWholeFile").asBoolean()).isTrue();
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("a changed byte", Forgery::changedByte, "CHANGED", "CHANGED_AFTER_SIGNING"),
        forgery(
            "another signature value",
            Forgery::changedSignatureValue,
            "CHANGED",
            "CHANGED_AFTER_SIGNING"),
        forgery(
            "another signed attribute",
            Forgery::changedSignedAttribute,
            "CHANGED",
            "CHANGED_AFTER_SIGNING"),
        forgery("a broken timestamp", Forgery::changedTimestamp, "CHANGED", "TIMESTAMP_NOT_VALID"),
        forgery("an overlay", Forgery::overlay, "CHANGED", "CHANGED_AFTER_SIGNING"),
        forgery("a stamp", Forgery::stamp, "CHANGED", "CHANGED_AFTER_SIGNING"),
        forgery("an added page", Forgery::addedPage, "CHANGED", "CHANGED_AFTER_SIGNING"),
        forgery("a script", Forgery::script, "CHANGED", "FORMAT"),
        forgery("a moved byte range", Forgery::movedByteRange, "CHANGED", "CHANGED_AFTER_SIGNING"),
        forgery("emptied contents", Forgery::emptiedContents, "CHANGED", "NO_SIGNATURE"),
        forgery("trailing bytes", Forgery::trailingBytes, "CHANGED", "BYTES_AFTER_END"),
        forgery(
            "trailing bytes with an end mark",
            Forgery::trailingBytesWithEndMark,
            "CHANGED",
            "DIGEST_NOT_ON_RECORD"));
  }

  private static Arguments forgery(
      String name, UnaryOperator<byte[]> forge, String result, String reason) {
    return Arguments.argumentSet(name, forge, result, reason);
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void shouldCatch(UnaryOperator<byte[]> forge, String result, String reason) {
    var verification = SERVER.verify(forge.apply(signed));

    assertThat(verification.path("result").asString())
        .as(verification.toString())
        .isEqualTo(result);
    assertThat(reasons(verification)).contains(reason, "DIGEST_NOT_ON_RECORD");
    assertThat(verification.path("document").path("documentNumber").asString())
        .startsWith("UZ-DOC-");
  }

  @Test
  void shouldCatchAFileCutBackToItsDraft() {
    var draft = SERVER.draft("ru");
    var file = SERVER.sign(draft, "B-T");
    assertThat(SERVER.verify(file).path("result").asString()).isEqualTo("VALID");

    var verification = SERVER.verify(SERVER.content(draft, "draft"));

    assertThat(verification.path("result").asString()).isEqualTo("NOT_SIGNED");
    assertThat(reasons(verification)).containsExactly("OLDER_REVISION", "NO_SIGNATURE");
  }

  @Test
  void shouldSayWhenALaterDocumentTookThePlace() {
    var first = SERVER.draft("en");
    var file = SERVER.sign(first, "B-T");
    SERVER.sign(SERVER.draft("en", first.requestId()), "B-T");

    var verification = SERVER.verify(file);

    assertThat(verification.path("result").asString()).isEqualTo("VALID");
    assertThat(verification.path("document").path("inForce").asBoolean()).isFalse();
  }

  @Test
  void shouldNotCallASignatureWithoutTimestampValid() {
    var verification = SERVER.verify(SERVER.signed("B-B"));

    assertThat(verification.path("result").asString()).isEqualTo("INDETERMINATE");
    assertThat(reasons(verification)).containsExactly("TIMESTAMP_NOT_VALID");
  }

  @Test
  void shouldRefuseWhatIsNoPdf() {
    for (var file : new String[] {"", "hello", "%PDF-1.7 and nothing else"}) {
      var verification = SERVER.verify(file.getBytes(StandardCharsets.US_ASCII));

      assertThat(verification.path("result").asString()).isEqualTo("NOT_A_PDF");
    }
  }

  @Test
  void shouldRefuseAFileBeyondTheSizeLimit() {
    var response =
        SERVER.post("/signing/verifications", "application/pdf", new byte[(20 << 20) + 1]);

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void shouldGiveTheEtsiReport() {
    var response = SERVER.post("/signing/verifications/report", "application/pdf", signed);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains(
            "http://uri.etsi.org/19102/v1.4.1#", "urn:etsi:019102:mainindication:total-passed");
  }

  @Test
  void shouldRefuseAnEtsiReportOnWhatIsNoPdf() {
    var response =
        SERVER.post("/signing/verifications/report", "application/pdf", new byte[] {1, 2, 3});

    assertThat(response.statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @MethodSource("hostileFiles")
  void shouldRefuse(byte[] file, String result) {
    var verification = SERVER.verify(file);

    assertThat(verification.path("result").asString()).isEqualTo(result);
    assertThat(reasons(verification)).contains("FORMAT");
    assertThat(verification.path("signatures")).isEmpty();
  }

  @Test
  void shouldNotHangOnAPageTreeThatContainsItself() {
    assertThat(SERVER.verify(HostileFiles.loop()).path("result").asString())
        .isEqualTo("NOT_SIGNED");
  }

  @Test
  void shouldNotDrawWhatWouldTakeForEver() {
    var verification = SERVER.verify(HostileFiles.endlessDrawing(signed));

    assertThat(verification.path("result").asString()).isEqualTo("CHANGED");
    assertThat(reasons(verification)).contains("CHANGED_AFTER_SIGNING");
  }

  @Test
  void shouldRefuseAnythingSentAsSomethingElse() {
    for (var type : List.of("text/html", "application/zip")) {
      assertThat(SERVER.post("/signing/verifications", type, signed).statusCode()).isEqualTo(415);
    }
  }

  static Stream<Arguments> hostileFiles() {
    return Stream.of(
        Arguments.argumentSet("a file with a password", HostileFiles.encrypted(), "NOT_A_PDF"),
        Arguments.argumentSet("too many pages", HostileFiles.pages(301), "INDETERMINATE"),
        Arguments.argumentSet(
            "a file that unpacks to 600 MB", HostileFiles.bomb(), "INDETERMINATE"),
        Arguments.argumentSet("a page of 100 m", HostileFiles.hugePage(), "INDETERMINATE"),
        Arguments.argumentSet(
            "a bomb with an odd header", HostileFiles.bombWithOddHeader(), "INDETERMINATE"),
        Arguments.argumentSet(
            "a bomb that looks packed twice",
            HostileFiles.bombThatLooksPackedTwice(),
            "INDETERMINATE"),
        Arguments.argumentSet("rows of 2 GB", HostileFiles.wideRows(), "INDETERMINATE"),
        Arguments.argumentSet("a deep page tree", HostileFiles.deepPageTree(), "NOT_A_PDF"),
        Arguments.argumentSet(
            "streams within streams", HostileFiles.streamsWithinStreams(10_000), "INDETERMINATE"),
        Arguments.argumentSet(
            "thousands of annotations", HostileFiles.manyAnnotations(), "INDETERMINATE"),
        Arguments.argumentSet("a script of a page", HostileFiles.scriptOfAPage(), "NOT_SIGNED"),
        Arguments.argumentSet("a pinned file", HostileFiles.pinnedFile(), "NOT_SIGNED"),
        Arguments.argumentSet("a hidden packing", HostileFiles.hiddenPacking(), "INDETERMINATE"),
        Arguments.argumentSet("an embedded file", HostileFiles.attachment(), "NOT_SIGNED"));
  }

  private static List<String> reasons(JsonNode verification) {
    return verification.path("reasons").valueStream().map(JsonNode::asString).toList();
  }
}
