package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;

class PdfSignIT {
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @BeforeEach
  void awaitReady() {
    server.awaitReady();
  }

  @ParameterizedTest
  @ValueSource(strings = {"B-T", "B-LT", "B-LTA"})
  void shouldSignSoThatStrangersCallItValid(String level) throws IOException {
    Files.write(directory.resolve("signed.pdf"), server.signed(level));

    var signatures = Tool.run(directory, "pdfsig", "-nocert", "signed.pdf").text();
    var structure = Tool.run(directory, "qpdf", "--check", "signed.pdf").text();

    assertThat(signatures)
        .contains("Signature Validation: Signature is Valid.", "ETSI.CAdES.detached")
        .contains("Aziza Karimova", "O=Yagona PILOT");
    assertThat(structure).contains("No syntax or stream encoding errors found");
  }

  @Test
  void shouldTellThePortalAndTheProcess() {
    var draft = server.draft("uz-Cyrl");

    var output = server.handle("pdf-sign", server.signJob(draft, "B-T"));

    var document = server.json("/signing/documents/" + draft.documentId());
    var signature = document.path("signatures").get(0);
    assertThat(document.path("state").asString()).isEqualTo("SIGNED");
    assertThat(signature.path("signer").asString()).isEqualTo("head");
    assertThat(signature.path("signerName").asString()).isEqualTo("Азиза Каримова");
    assertThat(signature.path("signerPosition").asString()).isEqualTo("Кадастр агентлиги бошлиғи");
    assertThat(output.get("signature"))
        .isEqualTo(
            Map.of(
                "level",
                "PAdES-B-T",
                "signedAt",
                signature.path("signedAt").asString(),
                "certificateSerial",
                signature.path("certificateSerial").asString(),
                "digest",
                document.path("signedSha256").asString(),
                "missing",
                0,
                "missingPersons",
                0));
    var told =
        server.platform().calls("PUT", "/internal/requests/" + draft.requestId() + "/document");
    assertThat(told).hasSize(2);
    assertThat(told.get(1).body().path("signed").asBoolean()).isTrue();
    assertThat(told.get(1).body().path("sha256").asString())
        .isEqualTo(document.path("signedSha256").asString());
  }

  @Test
  void shouldSignOnceWhenTheJobRunsTwiceAtOnce() throws Exception {
    var draft = server.draft("ru");
    var job = server.signJob(draft, "B-T");
    Callable<Map<String, Object>> run = () -> server.handle("pdf-sign", job);
    var executor = Executors.newFixedThreadPool(2);
    try {
      var first = executor.submit(run);
      var second = executor.submit(run);

      assertThat(first.get()).isEqualTo(second.get());
    } finally {
      executor.shutdownNow();
    }
    assertThat(server.json("/signing/documents/" + draft.documentId()).path("signatures"))
        .hasSize(1);
  }

  @Test
  void shouldNotSignTheSameDocumentForAnotherJob() {
    var draft = server.draft("ru");
    server.handle("pdf-sign", server.signJob(draft, "B-T"));

    assertBpmnError(
        () -> server.handle("pdf-sign", server.signJob(draft, "B-T")),
        "DOCUMENT_CLOSED",
        "Expected document %s to be a draft, but it is SIGNED".formatted(draft.documentId()));
  }

  @Test
  void shouldWaitUntilTheEngineKnowsWhoCompletedTheTask() {
    var job = server.job(Map.of("level", "B-T"), server.draft("en").variables());

    var failure = catchThrowableOfType(JobException.class, () -> server.handle("pdf-sign", job));

    assertThat(failure)
        .hasMessage("Expected a completed task 'sign-decision' with an assignee, but found none");
    assertThat(failure.isRetryable()).isTrue();
  }

  @Test
  void shouldRefuseASignerWhoDidNotCompleteTheTask() {
    var job = server.signJob(server.draft("en"), "B-T");
    server.platform().complete(job.processInstanceKey(), "somebody");

    assertBpmnError(
        () -> server.handle("pdf-sign", job),
        "SIGNER_NOT_ENTITLED",
        "Expected the signer to be somebody, who completed 'sign-decision', but it is head");
  }

  @Test
  void shouldRefuseTheReviewerAsSigner() {
    var draft = server.draft("en");
    var variables = draft.variables();
    variables.put("reviewer", "head");
    var job = server.job(Map.of("level", "B-T"), variables);
    server.platform().complete(job.processInstanceKey(), "head");

    assertBpmnError(
        () -> server.handle("pdf-sign", job),
        "SIGNER_NOT_ENTITLED",
        "Expected the signer not to be the reviewer, but both are head");
  }

  @Test
  void shouldRefuseOtherBytesThanTheSignerSaw() {
    var draft = server.draft("en");
    var variables = draft.variables();
    variables.put("signedDigest", "0".repeat(64));
    var job = server.job(Map.of("level", "B-T"), variables);
    server.platform().complete(job.processInstanceKey(), "head");

    assertBpmnError(
        () -> server.handle("pdf-sign", job),
        "DIGEST_MISMATCH",
        "Expected signedDigest to be that of document %s, %s, but it is %s"
            .formatted(draft.documentId(), draft.digest(), "0".repeat(64)));
  }

  @Test
  void shouldRefuseASignerWhoseCertificateIsRevoked() {
    server.platform().employ("revoked", "Botir Aliyev", "boshliq");
    var first = server.draft("en");
    server.handle("pdf-sign", jobOf(first, "revoked"));
    var serial = server.json("/signing/certificates?user=revoked").get(0).path("serial").asString();
    awaitLaterSecondThanSignatureOf(first);

    var response =
        server.post(
            "/signing/certificates/" + serial + "/revocation",
            "application/json",
            "{\"reason\":\"KEY_COMPROMISE\",\"revokedBy\":\"admin\"}"
                .getBytes(StandardCharsets.UTF_8));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(server.json("/signing/certificates?user=revoked").get(0).path("state").asString())
        .isEqualTo("REVOKED");
    assertBpmnError(
        () -> server.handle("pdf-sign", jobOf(server.draft("en"), "revoked")),
        "CERTIFICATE_NOT_VALID",
        "Expected a valid certificate of revoked, but all are revoked or expired");
    // the timestamp proves that the first signature was made before
    assertThat(server.verify(server.content(first, "signed")).path("result").asString())
        .isEqualTo("VALID");
  }

  @Test
  void shouldWorkThroughTheEnginesApi() {
    var draft = server.draft("uz-Latn");
    server.platform().complete(4711, "head");
    server
        .platform()
        .offerJob(
            "pdf-sign",
            """
            {"type":"pdf-sign","processDefinitionId":"citizen-request","processDefinitionVersion":1,
            "elementId":"sign-document","customHeaders":{"level":"B-T"},"worker":"yagona","retries":3,
            "deadline":4102444800000,"tenantId":"<default>","jobKey":"4712","processInstanceKey":"4711",
            "processDefinitionKey":"8","elementInstanceKey":"9","kind":"BPMN_ELEMENT",
            "listenerEventType":"UNSPECIFIED","tags":[],
            "variables":{"requestId":"%s","documentId":"%s","documentDigest":"%s","signer":"head",
            "signedDigest":"%s","reviewer":"nilufar"}}"""
                .formatted(draft.requestId(), draft.documentId(), draft.digest(), draft.digest()));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(server.platform().calls("POST", "/v2/jobs/4712/completion")).hasSize(1));
    var variables =
        server.platform().calls("POST", "/v2/jobs/4712/completion").get(0).body().path("variables");
    assertThat(variables.path("signature").path("level").asString()).isEqualTo("PAdES-B-T");
  }

  /** Timestamps and revocations are told apart by the second. */
  private void awaitLaterSecondThanSignatureOf(SigningServer.Draft draft) {
    var signedAt =
        Instant.parse(
            server.json("/signing/documents/" + draft.documentId()).path("signedAt").asString());
    Awaitility.await().until(() -> Instant.now().isAfter(signedAt.plusSeconds(1)));
  }

  private JobContext jobOf(SigningServer.Draft draft, String signer) {
    var variables = draft.variables();
    variables.put("signer", signer);
    var job = server.job(Map.of("level", "B-T"), variables);
    server.platform().complete(job.processInstanceKey(), signer);
    return job;
  }

  private static void assertBpmnError(ThrowingCallable call, String code, String message) {
    var error = catchThrowableOfType(BpmnErrorException.class, call);

    assertThat(error).hasMessage(message);
    assertThat(error.code()).isEqualTo(code);
  }
}
