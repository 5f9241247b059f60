package uz.yagona.portal.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.request.RequestState;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.portal.support.Visitor.Page;
import uz.yagona.portal.support.Visitor.SentFile;

class FilingIT {
  private static final RunningPortal PORTAL = RunningPortal.get();
  private static final String TEXT =
      "Mahallamizda ichimlik suvi uch kundan beri yoʻq, yordam berishingizni soʻrayman.";
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Test
  void shouldFileOnceWithoutJavaScript() {
    // given
    var aziza = Visitor.signedIn("aziza");
    // when
    var review = submit(aziza, Map.of(), new SentFile("attachments", "xat.pdf", PDF));
    // then
    assertThat(review.path()).isEqualTo("/file/murojaat/review");
    assertThat(review.html().select("main").text()).contains("41506921720018", "xat.pdf", TEXT);
    // when
    var send = review.form("/submission");
    var receipt = aziza.submit(send, Map.of(), null);
    var again = aziza.submit(send, Map.of(), null);
    // then
    assertThat(receipt.path()).matches("/requests/[0-9a-f-]{36}/receipt");
    assertThat(receipt.header("Refresh")).isEqualTo("5");
    assertThat(again.path()).isEqualTo("/requests");
    var id = UUID.fromString(receipt.path().split("/")[2]);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(PORTAL.engine().messages(id))
                    .singleElement()
                    .satisfies(FilingIT::isFiledMessage));
    assertThat(PORTAL.bean(Requests.class).get(id).state()).isEqualTo(RequestState.FILED);
  }

  @Test
  void shouldKeepFilesAndAnswersWhenSomethingIsWrong() {
    // given
    var bobur = Visitor.signedIn("bobur");
    // when
    var page =
        submit(
            bobur,
            Map.of("pinfl", "30311851760020", "text", "qisqa"),
            new SentFile("attachments", "xat.pdf", PDF));
    // then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().select(".govuk-error-summary a").eachAttr("href"))
        .contains("#f-pinfl", "#f-text");
    assertThat(page.html().select("#f-pinfl").attr("aria-describedby")).contains("f-pinfl-error");
    assertThat(page.html().select("main").text()).contains("xat.pdf");
    assertThat(page.html().select("#f-text").text()).isEqualTo("qisqa");
    // when
    var review =
        bobur.submit(
            page.form("/file/murojaat"),
            Map.of("pinfl", "30311851760023", "text", TEXT),
            "_action=send");
    // then
    assertThat(review.path()).isEqualTo("/file/murojaat/review");
    assertThat(review.html().select("main").text()).contains("xat.pdf");
    bobur.submit(bobur.get("/file/murojaat/discard").form("/discard"), Map.of(), null);
    assertThat(bobur.get("/file/murojaat/review").path()).isEqualTo("/file/murojaat");
  }

  @Test
  void shouldRefuseAFileWhoseContentIsNotOfAnAllowedType() {
    // given
    var savdo = Visitor.signedIn("savdo");
    // when
    var page =
        submit(
            savdo,
            Map.of(),
            new SentFile("attachments", "dastur.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}));
    // then
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().select(".govuk-error-summary").text()).contains("dastur.pdf");
  }

  @Test
  void shouldSpeakTheChosenLanguage() {
    // given
    var savdo = Visitor.signedIn("savdo");
    // when
    var page = savdo.get("/file/demolition-certificate?lang=ru");
    // then
    assertThat(page.html().select("html").attr("lang")).isEqualTo("ru");
    assertThat(page.html().select("button[name=_later]").text())
        .isEqualTo("Сохранить и закончить позже");
  }

  @SuppressWarnings("unchecked")
  private static void isFiledMessage(Map<String, Object> message) {
    assertThat(message)
        .containsEntry("name", "request.filed")
        .containsEntry("messageId", message.get("correlationKey"));
    assertThat((Map<String, Object>) message.get("variables"))
        .containsEntry("serviceCode", "murojaat")
        .containsEntry("caseType", "APPEAL")
        .containsEntry("subType", "ARIZA")
        .containsEntry("topic", "UTILITIES")
        .containsEntry("region", "1726")
        .containsEntry("language", "uz-Latn")
        .containsEntry("complainedBody", null)
        .containsKey("filedAt")
        .doesNotContainKeys("text", "name", "pinfl", "phone");
  }

  private static Page submit(Visitor visitor, Map<String, String> changes, SentFile... files) {
    var form = visitor.get("/file/murojaat").form("/file/murojaat");
    var typed = new HashMap<String, String>();
    typed.put("subType", "ARIZA");
    typed.put("topic", "UTILITIES");
    typed.put("text", TEXT);
    typed.put("answerChannel", "PORTAL");
    typed.putAll(changes);
    return visitor.submit(form, typed, "_action=send", files);
  }
}
