package uz.yagona.forms.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uz.yagona.forms.Language;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.forms.submission.Forms;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.submission.SubmissionCheck;

class FormRendererTest {
  private static final String EVIL = "\"><script>alert('x')</script>\n&amp;";

  static List<Arguments> everyFormInEveryLanguage() {
    var all = new ArrayList<Arguments>();
    BundledForms.keys()
        .forEach(key -> Language.all().forEach(language -> all.add(Arguments.of(key, language))));
    return all;
  }

  @ParameterizedTest
  @MethodSource("everyFormInEveryLanguage")
  void shouldLabelAndDescribeEveryControl(String key, Language language) {
    FormModel form = BundledForms.get(key);
    Submission sent =
        Submission.of(Map.of("_outcome", List.of("REFUSE"), "subType", List.of("SHIKOYAT")));
    var problems = SubmissionCheck.check(form, sent, Forms.CONTEXT).problems();
    FormHtml html = new FormRenderer(form, Forms.CONTEXT, language).of(sent, problems);
    Document page =
        Jsoup.parse(html.errorSummary() + "<form>" + html.fields() + html.actions() + "</form>");

    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    for (Element control : page.select("input:not([type=hidden]), select, textarea")) {
      assertThat(page.select("label[for=" + control.id() + "]")).as(control.outerHtml()).hasSize(1);
    }
    for (Element described : page.select("[aria-describedby]")) {
      for (String id : described.attr("aria-describedby").split(" ")) {
        assertThat(page.getElementById(id)).as(id).isNotNull();
      }
    }
    assertThat(page.select(".govuk-error-summary a")).hasSameSizeAs(problems);
    for (Element link : page.select(".govuk-error-summary a[href^=#f-]:not([href=#f-_outcome])")) {
      assertThat(page.getElementById(link.attr("href").substring(1)))
          .as(link.outerHtml())
          .isNotNull();
    }
    assertThat(page.select("fieldset > legend")).hasSameSizeAs(page.select("fieldset"));
    assertThat(page.select("script, style, [style]")).isEmpty();
    assertThat(page.html()).doesNotContainPattern("\\son\\w+=");
  }

  @Test
  void shouldEscapeWhatWasTyped() {
    Document page =
        fields(
            Forms.murojaat(),
            Map.of("name", List.of(EVIL), "text", List.of(EVIL), "topic", List.of(EVIL)));

    assertThat(page.select("script")).isEmpty();
    assertThat(page.getElementById("f-name").val()).isEqualTo(EVIL);
    assertThat(page.getElementById("f-text").wholeText()).isEqualTo("\n" + EVIL);
  }

  @Test
  void shouldShowTheErrorBesideItsField() {
    FormModel form = Forms.murojaat();
    Submission sent = Submission.of(Forms.appealWith("pinfl", "31210932040248"));
    var problems = SubmissionCheck.check(form, sent, Forms.CONTEXT).problems();

    Document page =
        Jsoup.parse(new FormRenderer(form, Forms.CONTEXT, Language.RU).of(sent, problems).fields());

    Element input = page.getElementById("f-pinfl");
    assertThat(input.attr("aria-invalid")).isEqualTo("true");
    assertThat(input.attr("aria-describedby")).isEqualTo("f-pinfl-hint f-pinfl-error");
    assertThat(page.getElementById("f-pinfl-error").text())
        .isEqualTo(
            "Ошибка: В ПИНФЛ ошибка: не сходится контрольная цифра. Сверьте все 14 цифр с документом.");
    assertThat(page.select(".govuk-error-message")).hasSize(1);
  }

  @Test
  void shouldDrawWhatTheAnswersCallForAndKeepTheRest() {
    Document person =
        fields(
            Forms.murojaat(),
            Map.of("applicantKind", List.of("PERSON"), "stir", List.of("301234567")));

    assertThat(person.select("input#f-pinfl")).hasSize(1);
    assertThat(person.select("#f-stir")).isEmpty();
    assertThat(person.select("input[type=hidden][name=stir]").val()).isEqualTo("301234567");
    assertThat(person.select("[data-rerender] input[name=applicantKind]")).hasSize(2);
    assertThat(
            person.select(
                "button[data-rerender-button][name=_action][value=rerender][formnovalidate]"))
        .hasSize(1);
  }

  @Test
  void shouldNeverPutUnknownNamesIntoThePage() {
    assertThat(fields(Forms.murojaat(), Map.of("evil", List.of("1"), "_csrf", List.of("2"))).html())
        .doesNotContain("evil", "_csrf");
  }

  @Test
  void shouldGroupDistrictsByRegion() {
    Document page =
        fields(Forms.murojaat(), Map.of("region", List.of("1726"), "district", List.of("1726262")));
    Element district = page.getElementById("f-district");

    assertThat(district.attr("data-region-select")).isEqualTo("f-region");
    assertThat(district.select("optgroup")).hasSize(14);
    assertThat(district.select("optgroup[data-region=1726] > option[selected]").val())
        .isEqualTo("1726262");
  }

  @Test
  void shouldNarrowOtherListsOnTheServer() {
    FormModel form =
        Forms.of(
            "{\"id\": \"body\", \"type\": \"dropdown\", \"name\": \"B\", \"options\": [{\"id\": \"A\", \"name\": \"a\"}, {\"id\": \"B\", \"name\": \"b\"}]}",
            "{\"id\": \"unit\", \"type\": \"dropdown\", \"name\": \"U\", \"options\": [{\"id\": \"A1\", \"name\": \"a1\"}, {\"id\": \"B1\", \"name\": \"b1\"}], \"params\": {\"dependsOn\": \"body\"}}");

    Document page = fields(form, Map.of("body", List.of("B")));

    assertThat(page.select("#f-unit option").eachAttr("value")).containsExactly("", "B1");
    assertThat(page.select("[data-rerender] #f-body")).hasSize(1);
    assertThat(page.select("button[data-rerender-button]")).hasSize(1);
  }

  @Test
  void shouldAskForADayWithThreeInputs() {
    FormModel form =
        Forms.of("{\"id\": \"born\", \"type\": \"date\", \"name\": \"Born\", \"required\": true}");
    Document page = fields(form, Map.of("born", List.of("2026-03-08")));

    assertThat(page.select("input").eachAttr("name"))
        .contains("born.day", "born.month", "born.year");
    assertThat(page.select("#f-born, #f-born-month, #f-born-year").eachAttr("value"))
        .containsExactly("08", "03", "2026");
    assertThat(page.select("fieldset[role=group] legend").text()).isEqualTo("Born * (required)");
  }

  @Test
  void shouldDrawRowsWithButtonsThatWorkWithoutScript() {
    FormModel form =
        Forms.of(
            """
            {"id": "owners", "type": "container", "name": "Owner", "params": {"repeat": {"min": 1, "max": 2}}, "fields": [
              [{"id": "owner", "type": "text", "name": "Name"}]]}
            """);

    assertThat(
            fields(form, Map.of())
                .select("button[value^=add], button[value^=remove]")
                .eachAttr("value"))
        .containsExactly("add:owners");
    Document two = fields(form, Map.of("owners[1].owner", List.of("B")));
    assertThat(two.select("fieldset legend").eachText()).containsExactly("Owner 1", "Owner 2");
    assertThat(two.select("#f-owners-1-owner").attr("name")).isEqualTo("owners[1].owner");
    assertThat(two.select("button[value^=add], button[value^=remove]").eachAttr("value"))
        .containsExactly("remove:owners[0]", "remove:owners[1]");
  }

  @Test
  void shouldListKeptFiles() {
    var sent =
        Submission.of(Map.of())
            .withFiles(
                Map.of("attachments", List.of(UploadedFile.stored("<a>.pdf", 2_000_000, "7"))));
    FormHtml html = new FormRenderer(Forms.murojaat(), Forms.CONTEXT, Language.EN).of(sent);
    Document page = Jsoup.parse(html.fields());

    assertThat(html.isMultipart()).isTrue();
    assertThat(page.select("ul.yg-files li span").eachText()).contains("<a>.pdf", "1.9 MB");
    assertThat(page.select("button[value=drop:attachments:7]").text()).isEqualTo("Remove <a>.pdf");
    assertThat(page.getElementById("f-attachments").attr("accept"))
        .isEqualTo(".pdf,.jpg,.jpeg,.png,.docx");
  }

  @Test
  void shouldShowReadOnlyValuesAsText() {
    FormModel form =
        Forms.of(
            "{\"id\": \"fee\", \"type\": \"amount\", \"name\": \"Fee\", \"readOnly\": true, \"params\": {\"prefill\": \"request.fee\", \"currency\": \"UZS\"}}");
    FormContext context = Forms.CONTEXT.withVariables(Map.of("request", Map.of("fee", 1_250_000)));

    Document page = Jsoup.parse(new FormRenderer(form, context, Language.RU).blank().fields());

    assertThat(page.select("dd").first().wholeText()).isEqualTo("1\u00A0250\u00A0000,00\u00A0сум");
    assertThat(page.select("input")).isEmpty();
  }

  @Test
  void shouldOfferOutcomesAsButtonsOrAsRadios() {
    FormHtml sign =
        new FormRenderer(BundledForms.get("sign-decision"), Forms.CONTEXT, Language.EN).blank();
    FormHtml review =
        new FormRenderer(BundledForms.get("review-request"), Forms.CONTEXT, Language.EN).blank();

    assertThat(Jsoup.parse(sign.actions()).select("button[name=_outcome]").eachAttr("value"))
        .containsExactly("SIGN", "RETURN");
    assertThat(Jsoup.parse(sign.fields()).select("button")).isEmpty();
    assertThat(
            Jsoup.parse(review.fields()).select("[data-rerender] input[type=radio][name=_outcome]"))
        .hasSize(4);
    assertThat(Jsoup.parse(review.actions()).select("button").eachAttr("value"))
        .containsExactly("send");
    assertThat(Jsoup.parse(review.fields()).select("button").first().attr("value"))
        .isEqualTo("send");
  }

  private static Document fields(FormModel form, Map<String, List<String>> answers) {
    return Jsoup.parse(
        new FormRenderer(form, Forms.CONTEXT, Language.EN).of(Submission.of(answers)).fields());
  }
}
