package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both models on the embedded engine with a clock that is set, through the official client alone.
 */
class DocumentSigningWalkIT {
  private static final Instant BEGIN = Instant.parse("2026-11-25T05:00:00Z");
  private static final String IN_ORDER = "D-05";
  private static final String IN_PARALLEL = "D-16";
  private static WalkServer server;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    server = WalkServer.start();
    client = server.client();
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath("processes/document-signing/document-signing.bpmn")
        .addResourceFromClasspath("processes/document-signing/signing-turn.bpmn")
        .addResourceFromClasspath("processes/document-signing/signature-policy.dmn")
        .addResourceFromClasspath("processes/document-signing/signing-escalation.dmn")
        .send()
        .join();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void pinTheClock() {
    at(BEGIN.toString());
  }

  @AfterEach
  void releaseTheClock() {
    client.newResetClockCommand().send().join();
  }

  @Test
  void shouldAskOneSignerAfterTheOtherWhenTheyStandInOrder() {
    var walk = begin(IN_ORDER, signer("first"), signer("second"), signer("third"));

    var task = walk.task("first");
    assertThat(task.getExternalFormReference()).isEqualTo("sign-decision");
    assertThat(task.getDueDate().toInstant()).isEqualTo("2026-11-28T05:00:00Z");
    assertThat(walk.openTasks()).hasSize(1);
    var job = walk.sign("first", 2);
    assertThat(job.getVariablesAsMap())
        .containsEntry("documentId", "d-1")
        .containsEntry("documentDigest", SigningWalk.DRAFT)
        .containsEntry("reviewer", "author");
    assertThat(OffsetDateTime.parse(job.getVariablesAsMap().get("signBy").toString()).toInstant())
        .isEqualTo("2026-11-28T05:00:00Z");
    walk.task("second");
    assertThat(walk.openTasks()).hasSize(1);
    walk.sign("second", 1);
    walk.sign("third", 0);

    assertThat(walk.end()).contains("sign-in-order", "signed").doesNotContain("returned");
    assertThat(walk.variable("signing")).contains("\"outcome\":\"SIGNED\"");
  }

  @Test
  void shouldEndTheOtherTurnsWhenTheQuorumIsThere() {
    var walk = begin(IN_PARALLEL, signer("chair"), signer("member-1"), signer("member-2"));

    walk.task("chair");
    walk.task("member-1");
    walk.task("member-2");
    walk.sign("member-2", 1);
    walk.task("chair");
    walk.sign("chair", 0);

    assertThat(walk.end()).contains("sign-in-parallel", "signed");
    assertThat(walk.variable("turns")).contains("\"signer\":\"chair\"").contains("null");
  }

  @Test
  void shouldDrawTheDraftWithThePolicyOfTheTable() {
    var walk = SigningWalk.start(client, SigningWalk.of(IN_PARALLEL, List.of(signer("chair"))));

    var policy = (Map<?, ?>) walk.draw().getVariablesAsMap().get("signaturePolicy");

    assertThat(policy.get("order")).isEqualTo("PARALLEL");
    assertThat(((Number) policy.get("quorumShare")).doubleValue()).isBetween(0.66, 0.67);
    walk.sign("chair", 0);
    walk.end();
  }

  @Test
  void shouldGiveALateSignerWithoutASubstituteANewWindow() {
    var walk = begin(IN_ORDER, signer("slow"));
    var first = walk.task("slow");

    at("2026-11-28T05:00:01Z");
    var second = walk.task("slow", first);

    assertThat(second.getDueDate().toInstant()).isEqualTo("2026-12-01T05:00:01Z");
    assertThat(second.getPriority()).isGreaterThan(first.getPriority());
    walk.sign("slow", 0);
    assertThat(walk.end()).contains("signed");
  }

  @Test
  void shouldGoToTheSubstituteThenToAHeadThenToTheReview() {
    var walk = begin(IN_ORDER, SigningWalk.signer("away", "deputy"));
    walk.task("away");

    at("2026-11-28T05:00:01Z");
    walk.task("deputy");
    at("2026-12-01T05:00:02Z");
    var heads = walk.groupTask("sign-decision");
    assertThat(heads.getCandidateGroups()).containsExactly("heads");
    assertThat(heads.getAssignee()).isNull();
    at("2026-12-04T05:00:03Z");
    var review = walk.groupTask("review-signing");
    assertThat(review.getCandidateGroups()).containsExactly("project-office");
    assertThat(review.getExternalFormReference()).isEqualTo("review-signing");

    walk.finish(review, Map.of("signingReview", "AGAIN"));
    walk.sign("away", 0);
    assertThat(walk.end()).contains("signed");
  }

  @Test
  void shouldLetTheSubstituteSign() {
    var walk = begin(IN_ORDER, SigningWalk.signer("away", "deputy"), signer("second"));
    walk.task("away");

    at("2026-11-28T05:00:01Z");
    walk.sign("deputy", 1);
    walk.sign("second", 0);

    assertThat(walk.end()).contains("signed");
    assertThat(walk.variable("turns")).contains("\"signer\":\"away\"");
  }

  @Test
  void shouldOpenANewWindowWhenTheWorkerFindsTheSignatureLate() {
    var walk = begin(IN_ORDER, SigningWalk.signer("slow", "deputy"));
    walk.press("slow");

    walk.throwError("pdf-sign", "SIGNING_WINDOW_CLOSED");

    walk.sign("deputy", 0);
    assertThat(walk.end()).contains("signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SIGNER_NOT_ENTITLED",
        "DIGEST_MISMATCH",
        "CERTIFICATE_NOT_VALID",
        "SIGNING_OUT_OF_TURN",
        "DOCUMENT_CLOSED",
        "SOME_LATER_CODE",
      })
  void shouldReviewEveryRefusalAndReturnItsReason(String code) {
    var walk = begin(IN_ORDER, signer("first"), signer("second"));
    walk.press("first");

    walk.throwError("pdf-sign", code);
    var review = walk.groupTask("review-signing");
    assertThat(walk.openTasks()).as("nobody else is asked meanwhile").hasSize(1);
    walk.finish(
        review, Map.of("signingReview", "RETURN", "returnReason", "Hujjatni qayta tayyorlang"));

    assertThat(walk.end()).contains("returned").doesNotContain("signed");
    var problem = code.equals("SOME_LATER_CODE") ? "OTHER" : code;
    assertThat(walk.variable("signing"))
        .contains("\"outcome\":\"RETURNED\"")
        .contains("\"problem\":\"%s\"".formatted(problem))
        .contains("Hujjatni qayta tayyorlang");
  }

  @Test
  void shouldGoOnWithAnotherPersonWhenTheCertificateIsRevokedDuringTheWindow() {
    var walk = begin(IN_PARALLEL, signer("chair"), signer("member"));
    at("2026-11-26T05:00:00Z");
    walk.press("chair");

    walk.throwError("pdf-sign", "CERTIFICATE_NOT_VALID");
    var review = walk.groupTask("review-signing");
    assertThat(walk.openTasks()).as("the member's task stays").hasSize(2);
    walk.finish(review, Map.of("signingReview", "OTHER", "otherSigner", "deputy"));
    walk.sign("deputy", 1);
    walk.sign("member", 0);

    assertThat(walk.end()).contains("signed");
  }

  @Test
  void shouldReturnTheDocumentWhenOneSignerRefuses() {
    var walk = begin(IN_PARALLEL, signer("chair"), signer("member"));

    walk.finish(
        walk.task("member"),
        Map.of("signOutcome", "RETURN", "returnReason", "Bayonnoma toʻliq emas"));

    assertThat(walk.end()).contains("returned").doesNotContain("signed");
    assertThat(walk.variable("signing")).contains("Bayonnoma toʻliq emas");
  }

  @Test
  void shouldSealAfterTheSignaturesAndReturnWhenTheSealIsRefused() {
    var sealed = beginSealed();
    sealed.sign("head", 0);
    sealed.complete("pdf-seal", Map.of());
    assertThat(sealed.end()).contains("seal-document", "signed");

    var refused = beginSealed();
    refused.sign("head", 0);
    refused.throwError("pdf-seal", "CERTIFICATE_NOT_VALID");
    assertThat(refused.end()).contains("returned").doesNotContain("signed");
    assertThat(refused.variable("signing")).contains("\"problem\":\"CERTIFICATE_NOT_VALID\"");
  }

  @Test
  void shouldReturnWhenThePortalKnowsNoSuchSigner() {
    var walk = SigningWalk.start(client, SigningWalk.of(IN_ORDER, List.of(signer("nobody"))));

    walk.throwError("pdf-render", "SIGNER_UNKNOWN");

    assertThat(walk.end()).contains("returned");
    assertThat(walk.variable("signing")).contains("\"problem\":\"SIGNER_UNKNOWN\"");
  }

  @Test
  void shouldEndAtOnceWhereAConfirmationIsEnough() {
    var walk = SigningWalk.start(client, SigningWalk.of("D-27", List.of(signer("applicant"))));

    assertThat(walk.end()).contains("not-needed");
    assertThat(walk.variable("signing")).contains("\"outcome\":\"NOT_NEEDED\"");
  }

  private static SigningWalk begin(String docType, Map<?, ?>... signers) {
    var walk = SigningWalk.start(client, SigningWalk.of(docType, List.of(signers)));
    walk.draw();
    return walk;
  }

  private static SigningWalk beginSealed() {
    var variables = SigningWalk.of(IN_ORDER, List.of(signer("head")));
    variables.put("seal", Map.of("code", "CADASTRE", "name", "Kadastr agentligi"));
    var walk = SigningWalk.start(client, variables);
    walk.draw();
    return walk;
  }

  private static Map<String, @Nullable Object> signer(String userName) {
    return SigningWalk.signer(userName, null);
  }

  private static void at(String instant) {
    client.newPinClockCommand().time(Instant.parse(instant)).send().join();
  }
}
