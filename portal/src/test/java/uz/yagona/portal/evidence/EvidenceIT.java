package uz.yagona.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.FiledRequest;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.proof.Digests;
import uz.yagona.proof.SignedPdf;
import uz.yagona.proof.TestAuthority;
import uz.yagona.proof.pack.PackCheck;
import uz.yagona.proof.pack.PackReport;

class EvidenceIT {
  private static final AtomicLong KEYS = new AtomicLong(910_000);
  private static final String TEXT = "Qoʻshni devorim ustiga bostirma qurdi, yordam bering.";
  private static final byte[] PDF =
      SignedPdf.of("Aziza Karimova", new TestAuthority(), Instant.parse("2026-11-25T12:00:00Z"));

  @TempDir Path folder;

  private final RunningPortal portal = RunningPortal.get();
  private final long key = KEYS.addAndGet(10);
  private final UUID id =
      FiledRequest.put(portal, "UZ-MRJ-2026-8" + key, "DECIDED", LocalDate.of(2026, 12, 15), TEXT);

  EvidenceIT() {
    portal
        .engine()
        .task(key, "review-request", "cadastre-reviewers", Map.of("requestId", id.toString()));
    portal
        .bean(JdbcClient.class)
        .sql(
            """
            update portal.request set document_id = :document, document_number = :number,
              document_sha256 = 'ab', is_document_signed = true where request_id = :id
            """)
        .param("document", "doc-" + key)
        .param("number", "UZ-DOC-2026-8" + key)
        .param("id", id)
        .update();
    var signing = portal.signing();
    signing.pdf("GET /signing/documents/doc-" + key + "/content?version=signed", PDF);
    signing.pdf("POST /signing/reports", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    signing.pdf(
        "POST /signing/verifications/report",
        "<ValidationReport/>".getBytes(StandardCharsets.UTF_8));
    signing.json(
        "POST /signing/verifications",
        """
        {"result": "VALID", "sha256": "ab", "document": null, "reasons": [], "signatures": [
          {"result": "VALID", "indication": "TOTAL_PASSED", "subIndication": null, "signerName": "Xolmatov Sherzod",
           "signerPosition": "Boshqarma boshligʻi", "level": "PAdES-B-T", "signedAt": "2026-11-25T12:00:00Z",
           "coversWholeFile": true, "messages": []}]}
        """);
  }

  @Test
  void shouldMakeAPackWithoutSealWhenTheInstallationHasNoCertificate() throws IOException {
    portal.signing().withoutSeal(true);
    try {
      var check =
          PackCheck.of(
              saved(download(Visitor.signedIn("cadastre1"), "COURT", "4-13/2026")), List.of());

      assertThat(check.findings()).isEmpty();
      assertThat(check.seal()).isNull();
      assertThat(PackReport.lines(check, false))
          .anyMatch(line -> line.startsWith("  who made the pack: it has no valid seal"));
    } finally {
      portal.signing().withoutSeal(false);
    }
  }

  @Test
  void shouldGiveAnOfficialOfTheCaseAPackThatProvesItself() throws IOException {
    // when
    var answer = download(Visitor.signedIn("cadastre1"), "COURT", "4-12/2026");
    // then
    assertThat(answer.header("Content-Disposition")).contains("evidence-UZ-MRJ-2026-8" + key);
    var check = PackCheck.of(saved(answer), List.of());
    assertThat(check.findings()).isEmpty();
    assertThat(check.seal()).isNotNull();
    assertThat(check.documents()).containsOnlyKeys("documents/UZ-DOC-2026-8" + key + ".pdf");
    var files = files(answer);
    assertThat(files)
        .containsKeys(
            "cover.pdf",
            "models/murojaat.form",
            "models/review-request.form",
            "case/request.json",
            "case/decisions.json",
            "journal/entries.jsonl",
            "signatures/UZ-DOC-2026-8" + key + ".etsi.xml");
    assertThat(files.get("case/inputs.json")).contains(TEXT, "Aziza Karimova");
    assertThat(files.get("signatures/UZ-DOC-2026-8" + key + ".txt"))
        .contains("Xolmatov Sherzod", "TOTAL_PASSED");
    assertThat(files.get("journal/entries.jsonl")).contains("4-12/2026");
    assertThat(reasons()).contains("COURT");
  }

  @Test
  void shouldHoldTheFormAsItWasWhenItWasFiled() throws IOException {
    // given a request, and a release that changes its form afterwards
    var filed = Filed.by("aziza");
    portal
        .engine()
        .task(
            key + 1,
            "review-request",
            "cadastre-reviewers",
            Map.of("requestId", filed.requestId().toString()));
    var jdbc = portal.bean(JdbcClient.class);
    var kept =
        jdbc.sql("select sha256 from portal.request_form where request_id = :id")
            .param("id", filed.requestId())
            .query(String.class)
            .single();
    var bundled = BundledForms.source("murojaat");
    assertThat(kept).isEqualTo(Digests.hex(Digests.sha256(utf8(bundled))));
    var former = bundled + "\n ";
    var formerDigest = Digests.hex(Digests.sha256(utf8(former)));
    jdbc.sql("insert into portal.form_source values (:sha256, 'murojaat', :source, now())")
        .param("sha256", formerDigest)
        .param("source", former)
        .update();
    jdbc.sql("update portal.request_form set sha256 = :sha256 where request_id = :id")
        .param("sha256", formerDigest)
        .param("id", filed.requestId())
        .update();
    // when
    var auditor = Visitor.signedIn("auditor");
    var path = "/evidence/" + filed.requestId();
    var pack = auditor.submit(auditor.get(path).form(path), Map.of("reason", "AUDIT"), null);
    // then
    assertThat(files(pack).get("models/murojaat.form")).isEqualTo(former);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void shouldGiveAnAuditorWhatHoldsNoPersonalValue() throws IOException {
    // when
    var answer = download(Visitor.signedIn("auditor"), "AUDIT", "");
    // then
    var check = PackCheck.of(saved(answer), List.of());
    assertThat(check.findings()).isEmpty();
    assertThat(check.manifest().withheld())
        .extracting(one -> one.name() + " " + one.why())
        .contains("documents/UZ-DOC-2026-8" + key + ".pdf PERSONAL");
    var all = String.join("\n", files(answer).values());
    assertThat(all).doesNotContain(TEXT, "Aziza Karimova", "31210932040247", "998901234567");
    assertThat(files(answer).get("case/inputs.json")).contains("hmac:");
    assertThat(reasons()).contains("AUDIT");
  }

  @Test
  void shouldPackASignatureBesideThePdfAsCheckedElsewhere() throws IOException {
    // given
    var pkcs7 = "a PKCS#7 with a personal number".getBytes(StandardCharsets.UTF_8);
    var sha256 = Digests.hex(Digests.sha256(pkcs7));
    var path = "GET /signing/documents/doc-" + key;
    portal
        .signing()
        .json(
            path,
            """
            {"documentId": "doc", "documentNumber": "UZ-DOC", "template": "D-28", "requestId": "r",
             "requestNumber": "n", "language": "en", "state": "SIGNED", "draftSha256": "ab", "signatures": [],
             "attached": [{"sha256": "%s", "signer": "cadastre-head", "subjectName": "XOLMATOV SHERZOD",
               "certificateSerial": "77abc", "checkedAt": "2026-11-25T12:00:00Z", "checker": "e-imzo.example",
               "simulated": false}]}
            """
                .formatted(sha256));
    portal.signing().pdf(path + "/attached/" + sha256, pkcs7);
    var base = "signatures/UZ-DOC-2026-8" + key;
    // when
    var open = download(Visitor.signedIn("cadastre1"), "COURT", "");
    var closed = download(Visitor.signedIn("auditor"), "AUDIT", "");
    // then
    assertThat(PackCheck.of(saved(open), List.of()).findings()).isEmpty();
    assertThat(files(open)).containsKey(base + "." + sha256 + ".p7s");
    assertThat(files(open).get(base + ".attached.json"))
        .contains("checkedElsewhere", "77abc", "e-imzo.example");
    assertThat(files(closed)).doesNotContainKey(base + "." + sha256 + ".p7s");
    assertThat(PackCheck.of(saved(closed), List.of()).manifest().withheld())
        .extracting(one -> one.name())
        .contains(base + "." + sha256 + ".p7s");
  }

  @Test
  void shouldNameTheOfficialsDownloadToTheApplicant() {
    download(Visitor.signedIn("cadastre1"), "COMPLAINT", "");
    assertThat(Visitor.signedIn("aziza").get("/my-data?lang=en").html().text())
        .contains("Evidence pack for an audit, a court or another body");
  }

  @Test
  void shouldRefuseOtherBodies() {
    assertThat(Visitor.signedIn("social1").get("/evidence/" + id).status()).isEqualTo(403);
    assertThat(Visitor.signedIn("aziza").get("/evidence/" + id).status()).isEqualTo(403);
  }

  @Test
  void shouldAskForAReasonAndForANumberWithoutNames() {
    var visitor = Visitor.signedIn("auditor");
    assertThat(download(visitor, "", "").status()).isEqualTo(422);
    assertThat(download(visitor, "COURT", "<b>Aziza</b>").status()).isEqualTo(422);
    assertThat(reasons()).isEmpty();
  }

  @Test
  void shouldSendNothingWithoutATimestamp() {
    portal.signing().withoutTimestamps(true);
    try {
      assertThat(download(Visitor.signedIn("auditor"), "COURT", "").status()).isEqualTo(503);
    } finally {
      portal.signing().withoutTimestamps(false);
    }
  }

  private Visitor.Page download(Visitor visitor, String reason, String reference) {
    var form = visitor.get("/evidence/" + id).form("/evidence/" + id);
    return visitor.submit(form, Map.of("reason", reason, "reference", reference), null);
  }

  private List<String> reasons() {
    return portal.bean(Journal.class).page(Long.MAX_VALUE, 100, null, "request:" + id).stream()
        .filter(entry -> entry.action().equals("DOWNLOAD"))
        .map(entry -> entry.detail().getOrDefault("reason", ""))
        .toList();
  }

  private Path saved(Visitor.Page answer) throws IOException {
    return Files.write(folder.resolve("pack.zip"), answer.response().body());
  }

  private static Map<String, String> files(Visitor.Page answer) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
