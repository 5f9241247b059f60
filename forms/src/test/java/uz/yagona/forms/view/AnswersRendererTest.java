package uz.yagona.forms.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import uz.yagona.forms.Language;
import uz.yagona.forms.submission.Forms;
import uz.yagona.forms.submission.SubmissionResult;

class AnswersRendererTest {
  private final SubmissionResult appeal = Forms.check(Forms.murojaat(), Forms.appeal());

  @Test
  void shouldShowAnswersInWordsOfTheLanguage() {
    Document page =
        Jsoup.parse(
            new AnswersRenderer(Forms.murojaat(), Language.RU).html(appeal.values(), Map.of()));

    assertThat(page.select("dt").eachText())
        .startsWith("Вид обращения", "Тема", "От чьего имени", "ПИНФЛ");
    assertThat(page.select("dd").eachText())
        .contains(
            "Заявление",
            "Земля и недвижимость",
            "+998 90 123 45 67",
            "Учтепинский район",
            "Нет",
            "—");
    assertThat(page.select("h3").eachText())
        .containsExactly("Об обращении", "Заявитель", "Адрес", "Содержание и ответ");
  }

  @Test
  void shouldMaskThePinflUnlessAskedOtherwise() {
    var renderer = new AnswersRenderer(Forms.murojaat(), Language.EN);

    assertThat(renderer.html(appeal.values(), Map.of()))
        .contains("3•••••••••••47")
        .doesNotContain("31210932040247");
    assertThat(renderer.unmasked().html(appeal.values(), Map.of())).contains("31210932040247");
    assertThat(renderer.html(Map.of("pinfl", "broken"), Map.of())).doesNotContain("broken");
  }

  @Test
  void shouldLeaveOutWhatIsNotThere() {
    String html =
        new AnswersRenderer(Forms.murojaat(), Language.EN).html(Map.of("topic", "LAND"), Map.of());

    assertThat(Jsoup.parse(html).select("dt").eachText()).containsExactly("Topic");
  }

  @Test
  void shouldLinkFilesAndEscape() {
    var files =
        Map.of(
            "attachments",
            List.of(new FileLink("<b>.pdf", 2048, "/requests/1/attachments/2?a=1&b=2")));
    Document page =
        Jsoup.parse(
            new AnswersRenderer(Forms.murojaat(), Language.EN)
                .html(Map.of("text", "<script>1</script>"), files));

    assertThat(page.select("script, b")).isEmpty();
    assertThat(page.select("dd.yg-text").text()).isEqualTo("<script>1</script>");
    assertThat(page.select("a").attr("href")).isEqualTo("/requests/1/attachments/2?a=1&b=2");
    assertThat(page.select(".yg-files li").text()).isEqualTo("<b>.pdf 2 KB");
  }

  @Test
  void shouldShowRowsAndComputedValuesAsReadBackFromJson() {
    var form =
        Forms.of(
            """
            {"id": "owners", "type": "container", "name": "Owner", "params": {"repeat": {"max": 2}}, "fields": [
              [{"id": "born", "type": "date", "name": "Born"}]]}
            """,
            "{\"id\": \"s\", \"type\": \"expression\", \"name\": \"Sum\", \"params\": {\"calculate\": \"1\", \"var\": \"total\"}}");
    Map<String, Object> values =
        Map.of(
            "owners",
            List.of(Map.of("born", "2026-03-08"), Map.of("born", "2026-03-09")),
            "total",
            1500);

    Document page = Jsoup.parse(new AnswersRenderer(form, Language.EN).html(values, Map.of()));

    assertThat(page.select("dd").eachText())
        .containsExactly("8 March 2026", "9 March 2026", "1,500");
  }
}
