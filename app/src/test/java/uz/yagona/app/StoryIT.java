package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.Browser;
import uz.yagona.samples.FiledRequest;
import uz.yagona.samples.Official;
import uz.yagona.samples.Patience;

/** The main job in a browser, in both scripts of Uzbek, on a wide screen and on a phone. */
class StoryIT {
  private static final int WIDE = 1280;
  private static final int PHONE = 390;
  private static final byte[] PHOTO =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

  private static Product product;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    product = Product.start();
    chromium = Chromium.launch();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    product.close();
  }

  @Test
  void shouldAnswerAnAppealInLatinScript() {
    try (var citizen = person("uz-Latn", WIDE);
        var official = person("uz-Latn", WIDE);
        var head = person("uz-Latn", WIDE)) {
      walkTo(citizen, "murojaat");
      citizen.signIn("aziza");
      CitizenSteps.sendWrongAnswers(citizen, "[\\p{IsLatin}\\p{IsCommon}]+");
      var request =
          CitizenSteps.file(
              citizen,
              new CitizenSteps.Appeal(
                  "ARIZA", "ROADS", null, "Bunyodkor koʻchasida asfalt oʻpirilgan, taʼmirlang."),
              PHOTO);

      official.signIn("appeals1");
      OfficialSteps.claim(official, request.number());
      assertThat(official.see("body").innerText()).contains("asfalt oʻpirilgan", "foto.png");
      official.see("#case-diagram.js-ready .el-active[data-element-id='review-request']");
      OfficialSteps.decide(
          official, "APPROVE", "Asfalt qoplamasi buzilgan.", "Yoʻl shu oyda taʼmirlanadi.");

      head.signIn("appeals-head");
      OfficialSteps.claim(head, request.number());
      OfficialSteps.readDraft(head);
      head.press("button[name=_outcome][value=SIGN]");

      checkAnswer(citizen, request);
      citizen.open("/notices").open("/my-data").open("/requests");
    }
  }

  @Test
  void shouldAskThenReturnThenAnswerInCyrillicScriptOnAPhone() {
    try (var citizen = person("uz-Cyrl", PHONE);
        var official = person("uz-Cyrl", PHONE);
        var head = person("uz-Cyrl", PHONE)) {
      walkTo(citizen, "murojaat");
      citizen.signIn("bobur");
      CitizenSteps.sendWrongAnswers(citizen, "[\\p{IsCyrillic}\\p{IsCommon}]+");
      var request =
          CitizenSteps.file(
              citizen,
              new CitizenSteps.Appeal(
                  "SHIKOYAT", "LAND", "CADASTRE", "Ер участкам чегараси асоссиз ўзгартирилган."),
              PHOTO);

      official.signIn("legal1");
      var task = OfficialSteps.claim(official, request.number());
      OfficialSteps.ask(official, List.of("phone", "text"), "Ер участкаси рақамини ёзинг.");

      citizen.open("/requests/" + request.id());
      citizen.see("[data-state=WAITING_APPLICANT]");
      citizen.press("a[href$='/answer']");
      assertThat(citizen.page().locator("form [name=phone], form [name=text]").count())
          .isEqualTo(2);
      assertThat(citizen.page().locator("form [name=pinfl], form [name=topic]").count()).isZero();
      citizen.fill("text", "10:05:03:02:01:0123 рақамли ер участкам чегараси ўзгартирилган.");
      citizen.press(CitizenSteps.SEND);

      assertThat(OfficialSteps.openOwn(official, request.number())).isNotEqualTo(task);
      assertThat(official.see("body").innerText()).contains("10:05:03:02:01:0123");
      OfficialSteps.decide(
          official, "APPROVE", "Ҳужжатлар солиштирилди.", "Аввалги чегара тикланади.");

      head.signIn("legal-head");
      OfficialSteps.claim(head, request.number());
      head.press("button[name=_outcome][value=RETURN]");
      CitizenSteps.assertProblemsFocused(head);
      head.fill("returnReason", "Ҳуқуқий асосни аниқроқ кўрсатинг.");
      head.press("button[name=_outcome][value=RETURN]");

      OfficialSteps.openOwn(official, request.number());
      assertThat(official.see("body").innerText()).contains("Ҳуқуқий асосни аниқроқ кўрсатинг.");
      OfficialSteps.decide(
          official, "APPROVE", "Ҳужжатлар қайта солиштирилди.", "Аввалги чегара тикланади.");
      OfficialSteps.claim(head, request.number());
      OfficialSteps.readDraft(head);
      head.press("button[name=_outcome][value=SIGN]");

      checkAnswer(citizen, request);
    }
  }

  @Test
  void shouldFileWithoutScript() {
    var context = chromium.person(product.address(), "uz-Latn", WIDE, false);
    try (var citizen = context) {
      walkTo(citizen, "murojaat");
      citizen.signIn("savdo");
      citizen.choose("subType", "TAKLIF");
      citizen.choose("topic", "DIGITAL");
      citizen.fill(
          "text", "Navbatni elektron koʻrinishda olish imkonini qoʻshishni taklif qilaman.");
      citizen.press(CitizenSteps.SEND);
      citizen.press("form[action$='/submission'] button");

      assertThat(citizen.page().url()).endsWith("/receipt");
      citizen.see("[data-due-date]");
      assertThat(citizen.see("[data-number]").innerText()).matches("UZ-MRJ-\\d{4}-\\d{6}");
    }
  }

  @Test
  void shouldNotLetTheAuthorSign() {
    var author = Account.signIn(product.address(), "appeals1", "uz-Latn");
    var request = DraftedRequest.of(citizen("savdo"), author);
    try (var client = product.client()) {
      var task = signTask(client, request);
      assertThat(post(author, "/tasks/%d/claim".formatted(task), Map.of()).status()).isEqualTo(403);

      client.newAssignUserTaskCommand(task).assignee("appeals1").send().join();
      assertThat(author.open("/tasks/" + task).select("button[name=_outcome]")).isEmpty();
      var signature = Map.of("_outcome", "SIGN", "digest", digest(client, task));
      assertThat(post(author, "/tasks/" + task, signature).status()).isEqualTo(403);

      client
          .newCompleteUserTaskCommand(task)
          .variables(
              Map.of(
                  "signOutcome", "SIGN",
                  "signer", "appeals1",
                  "signedDigest", digest(client, task)))
          .send()
          .join();
      Patience.until(
          "the task that comes back",
          () -> Optional.of(signTask(client, request)).filter(key -> key != task));
    }
    var head = Account.signIn(product.address(), "appeals-head", "uz-Latn");
    new Official(head).sign(request);
    new Applicant(citizen("savdo")).waitFor(request, "DECIDED");
  }

  @Test
  void shouldShowARequestOnlyToItsApplicantAndItsBody() {
    var author = Account.signIn(product.address(), "appeals1", "uz-Latn");
    var request = DraftedRequest.of(citizen("savdo"), author);
    var casePage = "/cases/" + request.id();

    for (var part : List.of("", "/answers", "/document", "/withdrawal", "/receipt")) {
      assertThat(citizen("bobur").browser().get(request.path() + part).status())
          .as(part)
          .isIn(403, 404);
    }
    assertThat(new Browser(product.address()).get(request.path()).address()).hasPath("/sign-in");
    assertThat(author.browser().get(casePage).status()).isEqualTo(200);
    var stranger = Account.signIn(product.address(), "social1", "uz-Latn");
    assertThat(stranger.browser().get(casePage).status()).isIn(403, 404);
    assertThat(citizen("savdo").browser().get(casePage).status()).isEqualTo(403);
  }

  private static Account citizen(String userName) {
    return Account.signIn(product.address(), userName, "uz-Latn");
  }

  /** The open signature task; a moment passes between one task and the next. */
  private static long signTask(CamundaClient client, FiledRequest request) {
    return Patience.until(
        "the signature task of " + request.number(),
        () ->
            client
                .newUserTaskSearchRequest()
                .filter(
                    filter ->
                        filter
                            .elementId("sign-decision")
                            .state(UserTaskState.CREATED)
                            .processInstanceVariables(
                                Map.of("requestId", "\"" + request.id() + "\"")))
                .send()
                .join()
                .items()
                .stream()
                .map(UserTask::getUserTaskKey)
                .findFirst());
  }

  private static String digest(CamundaClient client, long task) {
    return client
        .newUserTaskVariableSearchRequest(task)
        .filter(filter -> filter.name("documentDigest"))
        .send()
        .join()
        .items()
        .get(0)
        .getValue()
        .replace("\"", "");
  }

  /** Sends what no page offers, with the protection that every page of the person carries. */
  private static Browser.Answer post(Account account, String path, Map<String, String> values) {
    var form = Account.formWith(account.open("/tasks"), "input[name=_csrf]");
    form.attr("action", path);
    return account.browser().submit(form, Account.button(form, "button"), values, Map.of());
  }

  private static Person person(String language, int width) {
    return chromium.person(product.address(), language, width, true);
  }

  /** From the first page to the form, as somebody who has never been here. */
  private static void walkTo(Person citizen, String service) {
    citizen.open("/").open("/services");
    citizen.press("main a[href='/services/%s']".formatted(service));
    citizen.press("main a[href='/file/%s']".formatted(service));
    assertThat(citizen.page().url()).contains("/sign-in");
  }

  /** The state is seen, the file is taken, and anyone finds it valid; a changed one is not. */
  private static void checkAnswer(Person citizen, CitizenSteps.Request request) {
    citizen.open("/requests/" + request.id());
    citizen.see("[data-state=DECIDED]");
    citizen.assertGoodPage();
    var pdf = citizen.download("main a[href$='/document']");
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    var check = URI.create(citizen.see("main a[href*='/v/']").getAttribute("href")).getPath();
    var width = citizen.page().viewportSize().width;
    try (var anyone = person(citizen.language(), width)) {
      anyone.open(check);
      anyone.see("[data-result=VALID]");
      upload(anyone, pdf);
      anyone.see("[data-result=VALID]");
      var changed = pdf.clone();
      changed[changed.length / 3] ^= 1;
      upload(anyone, changed);
      anyone.see("[data-result=CHANGED]");
    }
  }

  private static void upload(Person anyone, byte[] pdf) {
    anyone.open("/check");
    anyone.attach("file", "javob.pdf", "application/pdf", pdf);
    anyone.press("form[enctype] button[type=submit]");
  }
}
