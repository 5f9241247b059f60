package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ElementInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model on the embedded engine, through the official client alone. */
class CitizenRequestWalkIT {
  private static final Instant FILED = Instant.parse("2026-11-25T05:00:00Z");
  private static WalkServer server;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    server = WalkServer.start();
    client = server.client();
    client
        .newDeployResourceCommand()
        .addResourceFromClasspath("processes/citizen-request/citizen-request.bpmn")
        .addResourceFromClasspath("processes/citizen-request/sla.dmn")
        .addResourceFromClasspath("processes/citizen-request/request-triage.dmn")
        .addResourceFromClasspath("processes/citizen-request/competence-routing.dmn")
        .addResourceFromClasspath("processes/citizen-request/escalation.dmn")
        .send()
        .join();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void pinTheClock() {
    at(FILED.toString());
  }

  @AfterEach
  void releaseTheClock() {
    client.newResetClockCommand().send().join();
  }

  @Test
  void shouldEndDecidedWhenApprovedAndSigned() {
    var walk = Walk.file(client, Walk.appeal());

    var review = walk.toReview();
    assertThat(review.getCandidateGroups()).containsExactly("appeals-reviewers");
    assertThat(review.getAssignee()).isNull();
    assertThat(review.getPriority()).isEqualTo(50);
    assertThat(review.getDueDate().toInstant()).isEqualTo("2026-12-10T13:00:00Z");
    assertThat(review.getExternalFormReference()).isEqualTo("review-request");

    var signature = walk.toSignature();
    assertThat(signature.getCandidateGroups()).containsExactly("appeals-heads");
    walk.finish(
        signature, Map.of("signOutcome", "SIGN", "signer", "appeals-head", "signedDigest", "ab"));
    var signed = walk.complete("pdf-sign", Map.of("signature", Map.of("level", "PAdES-B-T")));
    assertThat(signed.getCustomHeaders()).containsEntry("level", "B-T");
    var published = walk.complete("request-state", Map.of());
    assertThat(published.getCustomHeaders()).containsEntry("state", "DECIDED");
    walk.complete("notify", Map.of());

    assertThat(walk.end()).contains("signed", "decided").doesNotContain("check-register");
  }

  @Test
  void shouldAskTheRegisterForACertificate() {
    var walk = Walk.file(client, Walk.certificate());

    var call =
        walk.complete(
            "register-call",
            Map.of("registerStatus", "OK", "registerResult", Map.of("inZone", false)));

    assertThat(call.getCustomHeaders()).containsEntry("register", "demolition");
    assertThat(walk.toReview().getCandidateGroups()).containsExactly("cadastre-reviewers");
    assertThat(walk.variable("sla")).contains("\"amount\":3", "\"unit\":\"WORKING_DAY\"");
    walk.abandon();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTER_DOWN", "NOT_FOUND"})
  void shouldLetStaffCheckByHandWhenTheRegisterFails(String error) {
    var walk = Walk.file(client, Walk.certificate());

    walk.throwError("register-call", error);
    walk.toReview();

    assertThat(walk.variable("registerStatus"))
        .isEqualTo("\"%s\"".formatted(error.replace("REGISTER_", "")));
    assertThat(walk.variable("registerResult")).isEqualTo("null");
    walk.abandon();
  }

  @Test
  void shouldReturnToTheSameReviewerWhenTheApplicantAnswered() {
    var walk = Walk.file(client, Walk.appeal());
    ask(walk);

    walk.publish("applicant.answered");
    walk.complete("sla-resume", Walk.deadline("2026-12-05", "2026-12-09", "2026-12-12"));
    walk.complete("request-state", Map.of());

    assertThat(walk.task("review-request").getAssignee()).isEqualTo("appeals1");
    assertThat(walk.task("review-request").getDueDate().toInstant())
        .isEqualTo("2026-12-12T13:00:00Z");
    assertThat(walk.variable("answered")).isEqualTo("true");
    walk.abandon();
  }

  @Test
  void shouldGoOnWithoutAnAnswerWhenTheCurePeriodIsOver() {
    var walk = Walk.file(client, Walk.appeal());
    ask(walk);

    at("2026-12-02T13:00:01Z");
    walk.complete("sla-resume", Walk.deadline("2026-12-05", "2026-12-09", "2026-12-12"));
    walk.complete("request-state", Map.of());

    assertThat(walk.task("review-request").getAssignee()).isEqualTo("appeals1");
    assertThat(walk.variable("answered")).isEqualTo("false");
    walk.abandon();
  }

  @Test
  void shouldGiveAForwardedRequestToTheOtherGroupAndNobody() {
    var walk = Walk.file(client, Walk.appeal());
    walk.finish(
        walk.toReview(),
        Map.of("outcome", "FORWARD", "reviewer", "appeals1", "forwardGroup", "social-reviewers"));

    var notice = walk.complete("notify", Map.of());
    walk.complete("request-state", Map.of());

    assertThat(notice.getCustomHeaders()).containsEntry("template", "request-forwarded");
    var review = walk.task("review-request");
    assertThat(review.getCandidateGroups()).containsExactly("social-reviewers");
    assertThat(review.getAssignee()).isNull();
    walk.abandon();
  }

  @Test
  void shouldGoBackToTheReviewerWhenTheHeadReturnsTheDraft() {
    var walk = Walk.file(client, Walk.appeal());
    walk.toReview();
    walk.finish(walk.toSignature(), Map.of("signOutcome", "RETURN", "returnReason", "Norma yoʻq"));

    walk.complete("request-state", Map.of());
    assertThat(walk.task("review-request").getAssignee()).isEqualTo("appeals1");
    assertThat(walk.variable("returnReason")).isEqualTo("\"Norma yoʻq\"");

    walk.toSignature();
    assertThat(walk.variable("returnReason")).isEqualTo("null");
    walk.abandon();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGNER_NOT_ENTITLED", "DIGEST_MISMATCH", "CERTIFICATE_NOT_VALID"})
  void shouldTellTheNextSignerWhyTheSignatureFailed(String error) {
    var walk = Walk.file(client, Walk.appeal());
    walk.toReview();
    walk.finish(
        walk.toSignature(), Map.of("signOutcome", "SIGN", "signer", "x", "signedDigest", "ab"));

    walk.throwError("pdf-sign", error);

    assertThat(walk.task("sign-decision").getAssignee()).isNull();
    assertThat(walk.variable("signProblem")).isEqualTo("\"%s\"".formatted(error));
    walk.abandon();
  }

  @Test
  void shouldEscalateAtEveryPointOfTheLadderAndGoOn() {
    var walk = Walk.file(client, Walk.appeal());
    walk.toReview();

    for (var step :
        List.of(
            Map.entry("2026-12-03T04:00:01Z", "50"),
            Map.entry("2026-12-07T04:00:01Z", "80"),
            Map.entry("2026-12-10T13:00:01Z", "100"))) {
      at(step.getKey());
      var escalation = walk.complete("escalate", Map.of());
      assertThat(escalation.getCustomHeaders()).containsEntry("level", step.getValue());
    }

    assertThat(walk.elements(ElementInstanceState.ACTIVE)).contains("review-request");
    walk.abandon();
  }

  @Test
  void shouldCloseAtAnyMomentWhenTheApplicantWithdraws() {
    var walk = Walk.file(client, Walk.appeal());
    walk.toReview();

    walk.publish("request.withdrawn");
    var closed = walk.complete("request-state", Map.of());
    assertThat(closed.getCustomHeaders()).containsEntry("state", "WITHDRAWN");
    var notice = walk.complete("notify", Map.of());
    assertThat(notice.getCustomHeaders()).containsEntry("template", "request-withdrawn");

    assertThat(walk.end()).contains("withdrawn").doesNotContain("decided");
    assertThat(walk.elements(ElementInstanceState.TERMINATED)).contains("review-request");
  }

  @Test
  void shouldRefuseARepeatedFiling() {
    var variables = Walk.appeal();
    var walk = Walk.file(client, variables);
    var requestId = String.valueOf(variables.get("requestId"));

    assertThatThrownBy(
            () ->
                client
                    .newPublishMessageCommand()
                    .messageName("request.filed")
                    .correlationKey(requestId)
                    .messageId(requestId)
                    .timeToLive(Duration.ofHours(1))
                    .variables(variables)
                    .send()
                    .join())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(409));
    walk.abandon();
  }

  /** Walks to the pause: the applicant has been asked. */
  private static void ask(Walk walk) {
    walk.finish(
        walk.toReview(),
        Map.of("outcome", "ASK", "reviewer", "appeals1", "askedFields", List.of("phone")));
    walk.complete("sla-pause", Map.of("cureUntil", "2026-12-02T18:00:00+05:00"));
    var notice = walk.complete("notify", Map.of());
    assertThat(notice.getCustomHeaders()).containsEntry("template", "applicant-asked");
  }

  private static void at(String instant) {
    client.newPinClockCommand().time(Instant.parse(instant)).send().join();
  }
}
