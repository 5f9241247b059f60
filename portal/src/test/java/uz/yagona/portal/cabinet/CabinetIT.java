package uz.yagona.portal.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.InternalCaller;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;

class CabinetIT {
  private static final RunningPortal PORTAL = RunningPortal.get();
  private static final Duration SOON = Duration.ofSeconds(60);

  private final InternalCaller workers = new InternalCaller();

  @Test
  void shouldShowARequestToItsApplicantOnly() {
    // given
    var filed = Filed.by("aziza");
    var stranger = Visitor.signedIn("bobur");
    // then
    var page = filed.applicant().get(filed.page(""));
    assertThat(page.html().select("[data-state]").attr("data-state")).isEqualTo("FILED");
    assertThat(page.html().select(".yg-timeline li")).hasSize(1);
    assertThat(filed.applicant().get("/requests").html().select("a[href]").eachAttr("href"))
        .contains(filed.page(""));
    assertThat(filed.applicant().get(filed.page("/answers")).text()).contains(Filed.TEXT);
    for (var rest : List.of("", "/answers", "/receipt", "/answer", "/withdrawal", "/document")) {
      assertThat(stranger.get(filed.page(rest)).status()).as(rest).isEqualTo(404);
    }
  }

  @Test
  void shouldLetTheApplicantChangeExactlyTheAskedFields() {
    // given
    var filed = asked("savdo", "phone");
    // when
    var shown = filed.applicant().get(filed.page(""));
    var question = filed.applicant().get(filed.page("/answer"));
    // then
    assertThat(shown.html().select("a[href$=/answer]")).isNotEmpty();
    assertThat(question.html().select("main").text()).contains("Telefon raqami xato.");
    assertThat(question.html().select("main [name=phone]")).hasSize(1);
    assertThat(question.html().select("main [name=text], main [name=name]")).isEmpty();
    // when
    var wrong =
        filed.applicant().submit(question.form("/answer"), Map.of("phone", "1"), "_action=send");
    // then
    assertThat(wrong.status()).isEqualTo(422);
    // when
    var fields = new HashMap<>(Map.of("phone", "+998 90 765 43 21"));
    fields.put("text", "Boshqa matn, bu maydon soʻralmagan edi, oʻzgarmasligi kerak.");
    var answered = filed.applicant().submit(wrong.form("/answer"), fields, "_action=send");
    // then
    assertThat(answered.path()).isEqualTo(filed.page(""));
    assertThat(value(filed, "phone")).isEqualTo("+998907654321");
    assertThat(value(filed, "text")).isEqualTo(Filed.TEXT);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(PORTAL.engine().messages(filed.requestId()))
                    .extracting(message -> message.get("name"))
                    .containsExactly("request.filed", "applicant.answered"));
    assertThat(filed.applicant().get(filed.page("/answer")).path()).isEqualTo(filed.page(""));
  }

  @Test
  void shouldTakeNoAnswerAfterTheClockHasGoneOn() {
    // given
    var filed = asked("savdo", "phone");
    var question = filed.applicant().get(filed.page("/answer"));
    // when
    workers.post(filed.internal("/resume"), "");
    var late =
        filed
            .applicant()
            .submit(question.form("/answer"), Map.of("phone", "+998907654321"), "_action=send");
    // then
    assertThat(late.path()).isEqualTo(filed.page(""));
    assertThat(late.html().select(".yg-message--warn")).isNotEmpty();
    assertThat(value(filed, "phone")).isNotEqualTo("+998907654321");
  }

  @Test
  void shouldAskNothingMoreOnceTheRequestIsTakenBack() {
    // given
    var filed = asked("bobur", "phone");
    var question = filed.applicant().get(filed.page("/answer"));
    // when
    var form = filed.applicant().get(filed.page("/withdrawal")).form("/withdrawal");
    var page = filed.applicant().submit(form, Map.of(), null);
    workers.put(filed.internal("/state"), "{\"state\": \"WITHDRAWN\"}");
    var late =
        filed
            .applicant()
            .submit(question.form("/answer"), Map.of("phone", "+998907654321"), "_action=send");
    // then
    assertThat(page.html().select("main a[href$=/answer]")).isEmpty();
    assertThat(late.path()).isEqualTo(filed.page(""));
    assertThat(value(filed, "phone")).isNotEqualTo("+998907654321");
  }

  @Test
  void shouldPublishTheWithdrawalOnce() {
    // given
    var filed = Filed.by("bobur");
    var form = filed.applicant().get(filed.page("/withdrawal")).form("/withdrawal");
    // when
    var first = filed.applicant().submit(form, Map.of(), null);
    filed.applicant().submit(form, Map.of(), null);
    // then
    assertThat(first.path()).isEqualTo(filed.page(""));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(PORTAL.engine().messages(filed.requestId()))
                    .extracting(message -> message.get("name"))
                    .containsExactly("request.filed", "request.withdrawn"));
    workers.put(filed.internal("/state"), "{\"state\": \"WITHDRAWN\"}");
    assertThat(
            filed.applicant().get(filed.page("")).html().select("[data-state]").attr("data-state"))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void shouldTellWhoLookedAtTheOwnData() {
    // given
    var filed = Filed.by("aziza");
    var reader = PORTAL.bean(Users.class).find("social1").orElseThrow();
    // when
    PORTAL.bean(Requests.class).open(filed.requestId(), reader, Purpose.REVIEW);
    var page = filed.applicant().get("/my-data");
    // then
    assertThat(page.html().select("main table").text())
        .contains("Ijtimoiy himoya boshqarmasi, Bosh mutaxassis")
        .contains("Murojaatni koʻrib chiqish");
  }

  private Filed asked(String userName, String field) {
    var filed = Filed.by(userName);
    workers.post(filed.internal("/number"), "");
    workers.put(filed.internal("/state"), "{\"state\": \"IN_REVIEW\"}");
    PORTAL
        .bean(Reviews.class)
        .store(
            filed.requestId(),
            "ask-" + filed.requestId(),
            PORTAL.bean(Users.class).find("social1").orElseThrow(),
            "ASK",
            Map.of("askMessage", "Telefon raqami xato."));
    workers.post(filed.internal("/pause"), "{\"askedFields\": [\"%s\"]}".formatted(field));
    return filed;
  }

  private static Object value(Filed filed, String field) {
    var requests = PORTAL.bean(Requests.class);
    var request = requests.get(filed.requestId());
    var access = new Access("test", Purpose.REVIEW, request.journalObject());
    return requests.values(request, List.of(field), access).get(0).value();
  }
}
