package uz.yagona.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.InternalCaller;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.user.Users;

class InternalApiIT {
  private static final RunningPortal PORTAL = RunningPortal.get();
  private static final String DEADLINE =
      """
      {"dueAt": "2026-12-10T18:00:00+05:00", "at50": "2026-12-02T12:00:00+05:00",
       "at80": "2026-12-07T12:00:00+05:00", "dueDate": "2026-12-10", "legalRef": "ZRU-445",
       "legalStatus": "UNVERIFIED"}
      """;

  private final InternalCaller workers = new InternalCaller();

  @Test
  void shouldAskForTheToken() {
    var stranger = new InternalCaller("another-token");
    var answer = stranger.get("/internal/legal-params?at=2026-11-25");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json()).containsEntry("title", "UNAUTHENTICATED");
  }

  @Test
  void shouldGiveTheNumberOnceAndShowItOnTheReceipt() {
    // given
    var filed = Filed.by("aziza");
    // when
    var first = workers.post(filed.internal("/number"), "");
    var second = workers.post(filed.internal("/number"), "");
    workers.put(filed.internal("/deadline"), DEADLINE);
    // then
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.json().get("number").toString()).matches("UZ-MRJ-2026-\\d{6}");
    assertThat(second.json()).isEqualTo(first.json());
    var receipt = filed.applicant().get(filed.page("/receipt"));
    assertThat(receipt.header("Refresh")).isEmpty();
    assertThat(receipt.html().select("[data-number]").attr("data-number"))
        .isEqualTo(first.json().get("number"));
    assertThat(receipt.html().select("main").text()).contains("2026-yil 10-dekabr");
  }

  @Test
  void shouldRefuseStatesOutOfOrderAndTakeRepeatedOnes() {
    // given
    var filed = Filed.by("bobur");
    // then
    assertThat(state(filed, "SIGNING").status()).isEqualTo(409);
    workers.post(filed.internal("/number"), "");
    assertThat(state(filed, "IN_REVIEW").status()).isEqualTo(204);
    assertThat(state(filed, "IN_REVIEW").status()).isEqualTo(204);
    assertThat(state(filed, "SIGNING").status()).isEqualTo(204);
    assertThat(state(filed, "FILED").status()).isEqualTo(422);
    assertThat(state(filed, "DECIDED").status()).isEqualTo(204);
    assertThat(state(filed, "WITHDRAWN").status()).isEqualTo(409);
  }

  @Test
  void shouldAnswerPauseAndResumeAlikeWhenRepeated() {
    // given
    var filed = Filed.by("bobur");
    workers.post(filed.internal("/number"), "");
    state(filed, "IN_REVIEW");
    // when
    var wrong = workers.post(filed.internal("/pause"), "{\"askedFields\": [\"nothing\"]}");
    var pause = workers.post(filed.internal("/pause"), "{\"askedFields\": [\"phone\"]}");
    var again = workers.post(filed.internal("/pause"), "{\"askedFields\": [\"phone\"]}");
    var resume = workers.post(filed.internal("/resume"), "");
    var resumedAgain = workers.post(filed.internal("/resume"), "");
    // then
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(pause.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(pause.body());
    assertThat(resume.json()).containsKeys("pausedSeconds", "resumedAt");
    assertThat(resumedAgain.body()).isEqualTo(resume.body());
  }

  @Test
  void shouldGiveWhatTheDecisionDocumentPrintsAndJournalTheRead() {
    // given
    var filed = Filed.by("aziza");
    workers.post(filed.internal("/number"), "");
    workers.put(filed.internal("/deadline"), DEADLINE);
    assertThat(workers.get(filed.internal("/decision-document")).status()).isEqualTo(409);
    var author = PORTAL.bean(Users.class).find("cadastre1").orElseThrow();
    PORTAL
        .bean(Reviews.class)
        .store(
            filed.requestId(),
            "task-" + filed.requestId(),
            author,
            "REFUSE",
            Map.of(
                "facts", "Tekshirildi.", "norm", "ZRU-445", "decision", "Rad.", "cure", "Ariza."));
    // when
    var document = workers.get(filed.internal("/decision-document"));
    // then
    assertThat(document.status()).isEqualTo(200);
    assertThat(document.json())
        .containsEntry("outcome", "REFUSE")
        .containsEntry("cure", "Ariza.")
        .containsEntry("dueDate", "2026-12-10")
        .containsEntry("topicName", "Kommunal xizmatlar")
        .containsEntry("regionName", "Toshkent shahri")
        .containsEntry("applicant", Map.of("kind", "PERSON", "name", "Karimova Aziza Rustamovna"))
        .containsEntry("certificate", null);
    assertThat(document.json().get("appealText").toString()).contains("30 kun");
    assertThat(((Map<?, ?>) document.json().get("executor")).get("displayName"))
        .isEqualTo("Tursunov Jasur");
    var subject = PORTAL.bean(Users.class).find("aziza").orElseThrow().subjectId();
    assertThat(PORTAL.bean(Journal.class).readsOf(subject, 20))
        .anySatisfy(
            entry -> {
              assertThat(entry.actor()).isEqualTo("signing");
              assertThat(entry.detail()).containsEntry("purpose", "DOCUMENT");
            });
  }

  @Test
  void shouldPutNoticesAndEscalationsOnce() {
    // given
    var filed = Filed.by("savdo");
    var notice = "{\"template\": \"request-registered\", \"idempotencyKey\": \"job-1\"}";
    var escalation =
        """
        {"level": 50, "recipient": "ASSIGNEE", "overdue": false, "idempotencyKey": "job-2"}
        """;
    // when
    for (var round : List.of(1, 2)) {
      assertThat(workers.post(filed.internal("/notices"), notice).status()).isEqualTo(204);
      assertThat(workers.post(filed.internal("/escalations"), escalation).status())
          .as("round %d", round)
          .isEqualTo(204);
    }
    // then
    var links = filed.applicant().get("/notices").html().select("[data-template] a");
    assertThat(links.eachAttr("href")).containsOnlyOnce(filed.page(""));
    assertThat(workers.post(filed.internal("/notices"), "{\"template\": \"x\"}").status())
        .isEqualTo(422);
  }

  @Test
  void shouldKnowTheCalendarTheLawAndTheStaff() {
    var year = workers.get("/internal/calendar?from=2026-01-01&to=2026-12-31");
    assertThat((List<?>) year.json().get("days")).hasSize(15);
    assertThat(workers.get("/internal/calendar?from=2030-01-01&to=2030-12-31").status())
        .isEqualTo(409);
    assertThat(workers.get("/internal/legal-params?at=2026-11-25").body())
        .contains("\"cure-period\"");
    assertThat(workers.get("/internal/staff/cadastre-head").json())
        .containsEntry("body", "CADASTRE")
        .containsEntry("displayName", "Xolmatov Sherzod");
    assertThat(workers.get("/internal/staff/aziza").status()).isEqualTo(404);
    assertThat(workers.post("/internal/requests/" + UUID.randomUUID() + "/number", "").status())
        .isEqualTo(404);
    assertThat(workers.post("/internal/requests/none/number", "").status()).isEqualTo(404);
  }

  private InternalCaller.Answer state(Filed filed, String state) {
    return workers.put(filed.internal("/state"), "{\"state\": \"%s\"}".formatted(state));
  }
}
