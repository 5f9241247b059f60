package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.Variable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.FiledRequest;
import uz.yagona.samples.Official;
import uz.yagona.samples.Patience;

/** What time does to a request, on a clock that the operator moves. */
class DeadlineIT {
  private static final DateTimeFormatter TYPED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tashkent"));
  private static final Duration A_MOMENT = Duration.ofMinutes(2);
  private static final Map<String, Object> QUESTION =
      Map.of("askedFields", List.of("text"), "askMessage", "Uy raqamini ham yozing, iltimos.");
  private static final Map<String, String> APPROVAL =
      Map.of(
          "facts", "Joyiga chiqib oʻrganildi.",
          "norm", "OʻRQ-445, 16-modda",
          "decision", "Arizangiz qanoatlantirildi.");

  private static Product product;
  private static CamundaClient client;
  private static Account operator;
  private static Account citizen;
  private static Account reviewer;

  @BeforeAll
  static void start() {
    product = Product.start();
    client = product.client();
    operator = Account.signIn(product.address(), "operator", "uz-Latn");
    citizen = Account.signIn(product.address(), "aziza", "uz-Latn");
    reviewer = Account.signIn(product.address(), "appeals1", "uz-Latn");
  }

  @AfterAll
  static void stop() {
    var release = operator.open("/operations/clock").selectFirst("form[action$=/clock/release]");
    if (release != null) {
      operator.press(release, Account.button(release, "button"), Map.of());
    }
    client.close();
    product.close();
  }

  @Test
  void shouldTellEachStepOfTheLadderOnceWhenNobodyAnswers() {
    var request = file();
    awaitState(request, "IN_REVIEW");
    var steps = List.of("at50", "at80", "dueAt");
    for (var told = 1; told <= steps.size(); told++) {
      pin(time(request, steps.get(told - 1)).plus(A_MOMENT));
      awaitWarnings(request, told);
    }

    pin(time(request, "dueAt").plus(Duration.ofDays(2)));
    var row =
        Patience.until(
            "the overdue task of " + request.number(),
            () ->
                Optional.ofNullable(
                    reviewer
                        .open("/tasks?tab=group&q=" + request.number())
                        .selectFirst("tr.yg-row--late")));
    assertThat(row.text()).contains(request.number(), "ish kuni kechikdi");
    assertThat(warnings(request)).isEqualTo(steps.size());
  }

  @Test
  void shouldMoveTheDueDateByTheTimeTheApplicantTook() {
    var request = file();
    var before = dueDate(request);
    var due = time(request, "dueAt");
    new Official(reviewer).review(request, "ASK", QUESTION);
    awaitState(request, "WAITING_APPLICANT");
    pin(now().plus(Duration.ofDays(3)));

    new Applicant(citizen)
        .answer(request, Map.of("text", "Bunyodkor koʻchasi 12-uy oldi oʻpirilgan."));
    awaitState(request, "IN_REVIEW");

    assertThat(dueDate(request)).isEqualTo(before.plusDays(3));
    assertThat(Duration.between(due, time(request, "dueAt")))
        .isBetween(Duration.ofDays(3).minus(A_MOMENT), Duration.ofDays(3).plus(A_MOMENT));
    assertThat(warnings(request)).isZero();
  }

  @Test
  void shouldReturnTheTaskUnansweredWhenTheCurePeriodEnds() {
    var request = file();
    new Official(reviewer).review(request, "ASK", QUESTION);
    awaitState(request, "WAITING_APPLICANT");
    pin(time(request, "cureUntil").plus(A_MOMENT));

    awaitState(request, "IN_REVIEW");
    Patience.until(
        "the task of " + request.number(),
        () ->
            Optional.ofNullable(
                reviewer
                    .open("/tasks?tab=own&q=" + request.number())
                    .selectFirst("main a[href^=/tasks/]")));
    assertThat(variable(request, "answered")).contains("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN_REVIEW", "SIGNING", "WAITING_APPLICANT"})
  void shouldEndTheProcessWhenTheApplicantTakesTheRequestBack(String state) {
    var request = file();
    awaitState(request, "IN_REVIEW");
    if (state.equals("SIGNING")) {
      new Official(reviewer).review(request, "APPROVE", APPROVAL);
    } else if (state.equals("WAITING_APPLICANT")) {
      new Official(reviewer).review(request, "ASK", QUESTION);
    }
    awaitState(request, state);

    var page = citizen.open(request.path() + "/withdrawal");
    var form = Account.formWith(page, "button.govuk-button--warning");
    citizen.press(form, Account.button(form, "button.govuk-button--warning"), Map.of());

    awaitState(request, "WITHDRAWN");
    Patience.until(
        "the end of the process of " + request.number(),
        () -> Optional.of(state(request)).filter(ProcessInstanceState.COMPLETED::equals));
    assertThat(citizen.open(request.path()).select("a[href$=/answer], a[href$=/withdrawal]"))
        .isEmpty();
    Patience.until(
        "the notice about " + request.number(),
        () ->
            citizen.open("/notices").select("[data-template=request-withdrawn]").stream()
                .filter(notice -> notice.text().contains(request.number()))
                .findFirst());
  }

  private static FiledRequest file() {
    return new Applicant(citizen)
        .file(
            "murojaat",
            Map.of(
                "subType", "ARIZA",
                "topic", "ROADS",
                "text", "Bunyodkor koʻchasida asfalt oʻpirilgan, taʼmirlab bering.",
                "answerChannel", "PORTAL"),
            Map.of());
  }

  private static void awaitState(FiledRequest request, String state) {
    new Applicant(citizen).waitFor(request, state);
  }

  private static LocalDate dueDate(FiledRequest request) {
    return Patience.until(
        "the due date of " + request.number(),
        () ->
            Optional.ofNullable(citizen.open(request.path()).selectFirst("[data-due-date]"))
                .map(date -> LocalDate.parse(date.attr("data-due-date"))));
  }

  private static void awaitWarnings(FiledRequest request, int count) {
    Patience.until(
        "%d warnings about %s".formatted(count, request.number()),
        () -> Optional.of(warnings(request)).filter(found -> found >= count));
    assertThat(warnings(request)).isEqualTo(count);
  }

  private static int warnings(FiledRequest request) {
    return reviewer.open("/cases/" + request.id()).select(".yg-timeline--danger").size();
  }

  /** Moves the clock of portal and engine, as the operator does. */
  private static void pin(Instant moment) {
    var form = Account.formWith(operator.open("/operations/clock"), "[name=at]");
    operator.press(
        form, Account.button(form, "button:not([name])"), Map.of("at", TYPED.format(moment)));
  }

  private static Instant now() {
    var form = Account.formWith(operator.open("/operations/clock"), "[name=at]");
    return TYPED.parse(Account.button(form, "[name=at]").val(), Instant::from);
  }

  private static Instant time(FiledRequest request, String name) {
    return Patience.until(
        name + " of " + request.number(),
        () ->
            variable(request, name)
                .map(value -> OffsetDateTime.parse(value.replace("\"", "")).toInstant()));
  }

  private static Optional<String> variable(FiledRequest request, String name) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.processInstanceKey(instance(request)).name(name))
        .send()
        .join()
        .items()
        .stream()
        .map(Variable::getValue)
        .filter(value -> !value.equals("null"))
        .findFirst();
  }

  private static long instance(FiledRequest request) {
    return client
        .newVariableSearchRequest()
        .filter(filter -> filter.name("requestId").value("\"" + request.id() + "\""))
        .send()
        .join()
        .items()
        .get(0)
        .getProcessInstanceKey();
  }

  private static ProcessInstanceState state(FiledRequest request) {
    return client.newProcessInstanceGetRequest(instance(request)).send().join().getState();
  }
}
