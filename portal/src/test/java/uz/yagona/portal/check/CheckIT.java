package uz.yagona.portal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class CheckIT {
  private static final String DIGEST = "ab".repeat(32);
  private static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

  private final RunningPortal portal = RunningPortal.get();

  @Test
  void shouldTellWhoSignedADocumentOnRecord() {
    document("doc-valid", "SIGNED", "null");
    verification("VALID", "doc-valid", true, "");

    var page = new Visitor().get("/v/doc-valid?lang=en");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().select("[data-result]").attr("data-result")).isEqualTo("VALID");
    assertThat(page.html().text())
        .contains("Rustam Gʻaniyev", "UZ-DOC-2026-000007", "In force", DIGEST);
    assertThat(page.html().select("[data-hash-check]").attr("data-sha256")).isEqualTo(DIGEST);
  }

  @Test
  void shouldSayThatAReplacedDocumentIsNoLongerInForce() {
    document("doc-old", "SUPERSEDED", "\"doc-new\"");
    verification("VALID", "doc-old", false, "");

    var page = new Visitor().get("/v/doc-old?lang=en");

    assertThat(page.html().select("[data-result]").attr("data-result")).isEqualTo("SUPERSEDED");
    assertThat(page.html().select("a[href='/v/doc-new']")).hasSize(1);
  }

  @Test
  void shouldNotTellADraftFromNothing() {
    portal
        .signing()
        .json(
            "GET /signing/documents/doc-draft",
            documentJson("doc-draft", "DRAFT", "null")
                .replace("\"" + DIGEST + "\",\"signedAt\"", "null,\"signedAt\""));

    assertThat(new Visitor().get("/v/doc-draft").status()).isEqualTo(404);
    assertThat(new Visitor().get("/v/nothing").status()).isEqualTo(404);
    assertThat(new Visitor().get("/v/%3Cscript%3E").status()).isEqualTo(404);
  }

  @Test
  void shouldNotShowADocumentThatNotAllHaveSigned() {
    document("doc-part", "PARTLY_SIGNED", "null");

    assertThat(new Visitor().get("/v/doc-part").status()).isEqualTo(404);
  }

  @Test
  void shouldExplainAChangedFileInPlainWords() {
    document("doc-c", "SIGNED", "null");
    verification("CHANGED", "doc-c", true, "\"BYTES_AFTER_END\"");
    var visitor = new Visitor();
    var form = visitor.get("/check?lang=en").form("/check");

    var page = visitor.submit(form, Map.of(), null, new Visitor.SentFile("file", "a.pdf", PDF));

    assertThat(page.html().select("[data-result]").attr("data-result")).isEqualTo("CHANGED");
    assertThat(page.html().text()).contains("Foreign bytes were added after the signed part.");
  }

  /** A forged file could else show the register's own words, and ask for any number. */
  @Test
  void shouldNotLendTheRegistersWordsToAFileThatIsNotOnRecord() {
    document("doc-lent", "SIGNED", "null");
    verification("CHANGED", "doc-lent", true, "\"DIGEST_NOT_ON_RECORD\"");

    var page = upload("a.pdf", PDF);

    assertThat(page.html().select("[data-result]").attr("data-result")).isEqualTo("CHANGED");
    assertThat(page.html().text())
        .contains("The file differs from the document that the portal keeps.")
        .doesNotContain("In force", "UZ-MRJ-2026-000007");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "..\\..\\windows\\system.ini",
        "<script>alert(1)</script>.pdf",
        "a\u202efdp.exe",
        "nul.pdf",
        "%00.pdf"
      })
  void shouldTakeNothingFromTheNameOfAFile(String name) {
    verification("NOT_SIGNED", "doc-valid", true, "\"NO_SIGNATURE\"");

    var page = upload(name, PDF);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html().text()).doesNotContain(name);
    assertThat(page.text()).doesNotContain("<script>alert");
  }

  @Test
  void shouldSayThatAFileIsTooLarge() {
    var page = upload("large.pdf", new byte[(20 << 20) + 1]);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().text()).contains("larger than 20 MB");
  }

  @Test
  void shouldVerifyADocumentOnceHoweverItsIdIsSpelt() {
    document("doc-spelt", "SIGNED", "null");
    portal
        .signing()
        .json("GET /signing/documents/DOC-SPELT", documentJson("doc-spelt", "SIGNED", "null"));
    verification("VALID", "doc-spelt", true, "");
    assertThat(new Visitor().get("/v/doc-spelt").status()).isEqualTo(200);

    portal.signing().fail("POST /signing/verifications", 500);

    assertThat(new Visitor().get("/v/DOC-SPELT").status()).isEqualTo(200);
  }

  private static Visitor.Page upload(String name, byte[] content) {
    var visitor = new Visitor();
    var form = visitor.get("/check?lang=en").form("/check");
    return visitor.submit(form, Map.of(), null, new Visitor.SentFile("file", name, content));
  }

  @Test
  void shouldAskForAFileWhenThereIsNone() {
    var visitor = new Visitor();
    var form = visitor.get("/check?lang=ru").form("/check");

    var page = visitor.submit(form, Map.of(), null, new Visitor.SentFile("file", "", new byte[0]));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().select(".govuk-error-summary a").attr("href")).isEqualTo("#file");
  }

  @Test
  void shouldFindADocumentByItsDigest() {
    document("doc-valid", "SIGNED", "null");
    verification("VALID", "doc-valid", true, "");
    portal
        .signing()
        .json(
            "GET /signing/documents?sha256=" + DIGEST, documentJson("doc-valid", "SIGNED", "null"));

    assertThat(new Visitor().get("/check?sha256=" + DIGEST).path()).isEqualTo("/v/doc-valid");
    assertThat(new Visitor().get("/check?lang=en&sha256=zz").html().text())
        .contains("exactly 64 characters");
  }

  private void document(String id, String state, String supersededBy) {
    portal.signing().json("GET /signing/documents/" + id, documentJson(id, state, supersededBy));
    portal.signing().pdf("GET /signing/documents/" + id + "/content?version=signed", PDF);
  }

  private static String documentJson(String id, String state, String supersededBy) {
    return """
    {"documentId":"%s","documentNumber":"UZ-DOC-2026-000007","template":"D-28","requestId":"r","requestNumber":"UZ-MRJ-2026-000007","language":"ru","state":"%s",\
    "draftSha256":"cd","signedSha256":"%s","signedAt":"2026-11-25T10:00:00+05:00","supersededBy":%s,"signatures":[]}"""
        .formatted(id, state, DIGEST, supersededBy);
  }

  private void verification(String result, String id, boolean inForce, String reasons) {
    portal
        .signing()
        .json(
            "POST /signing/verifications",
            """
            {"result":"%s","sha256":"%s","document":{"documentId":"%s","documentNumber":"UZ-DOC-2026-000007","inForce":%s},"signatures":[{"result":"VALID",\
            "indication":"TOTAL_PASSED","subIndication":null,"signerName":"Rustam Gʻaniyev","signerPosition":"Boshqarma boshligʻi","level":"PAdES-B-T",\
            "signedAt":"2026-11-25T10:00:00+05:00","coversWholeFile":true,"messages":[]}],"reasons":[%s]}"""
                .formatted(result, DIGEST, id, inForce, reasons));
  }
}
