package uz.yagona.forms.formjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.FormModelException;
import uz.yagona.forms.submission.Forms;

class FormJsTest {
  private static final String CAMUNDA =
      """
      {"type": "default", "id": "Form_Visit", "schemaVersion": 16, "executionPlatform": "Camunda Cloud", "components": [
        {"type": "text", "id": "T1", "text": "# Visit"},
        {"type": "textfield", "key": "name", "label": "Name", "description": "In full", "validate": {"required": true, "minLength": 2, "pattern": "^A"}},
        {"type": "textfield", "key": "mail", "label": "Mail", "validate": {"validationType": "email"}},
        {"type": "number", "key": "count", "label": "Count", "decimalDigits": 0, "validate": {"min": 1, "max": 9}},
        {"type": "number", "key": "price", "label": "Price"},
        {"type": "datetime", "key": "day", "subtype": "date", "dateLabel": "Day"},
        {"type": "checkbox", "key": "late", "label": "Late"},
        {"type": "textarea", "key": "why", "label": "Why", "conditional": {"hide": "=late = false"}},
        {"type": "select", "key": "room", "label": "Room", "values": [{"label": "Big", "value": "B"}, {"label": "Small", "value": "S"}]},
        {"type": "checklist", "key": "extras", "label": "Extras", "values": [{"label": "Tea", "value": "T"}]},
        {"type": "filepicker", "key": "papers", "label": "Papers", "accept": ".pdf,.jpeg,.xls", "multiple": true},
        {"type": "expression", "key": "sum", "expression": "=count * price"},
        {"type": "group", "id": "G1", "label": "Group", "components": [{"type": "textfield", "key": "inner.name", "label": "Inner"}]},
        {"type": "dynamiclist", "path": "guests", "label": "Guests", "components": [{"type": "textfield", "key": "guest", "label": "Guest"}]},
        {"type": "iframe", "id": "I1", "url": "https://example.org"},
        {"type": "datetime", "key": "at", "subtype": "time"},
        {"type": "button", "label": "Submit", "action": "submit", "key": "b"},
        {"type": "button", "label": "Reset", "action": "reset", "key": "r"}]}
      """;

  @Test
  void shouldReadACamundaFormAndSayWhatIsLost() {
    FormJs.Imported imported = FormJs.read(CAMUNDA);
    FormModel form = imported.model();

    assertThat(form.key()).isEqualTo("form-visit");
    assertThat(form.inputs())
        .extracting(Field::id)
        .containsExactly(
            "name",
            "mail",
            "count",
            "price",
            "day",
            "late",
            "why",
            "room",
            "extras",
            "papers",
            "inner_name",
            "guest");
    assertThat(form.field("count")).map(Field::type).contains(FieldType.INTEGER);
    assertThat(form.field("guests")).map(Field::isRepeating).contains(true);
    assertThat(imported.lost())
        .containsExactly(
            "papers: files of type .xls are not taken",
            "inner.name: its key becomes 'inner_name'",
            "I1: components of type iframe cannot be shown",
            "at: components of type datetime cannot be shown",
            "r: only a button that submits is known");
    assertThat(FormModel.parse(imported.form()).inputs()).hasSize(12);
  }

  @Test
  void shouldCheckAConvertedFormAsCamundaWould() {
    FormModel form = FormJs.read(CAMUNDA).model();

    assertThat(Forms.codes(Forms.check(form, Map.of("name", List.of("Botir")))))
        .isEqualTo(Map.of("name", "pattern"));
    var result =
        Forms.check(
            form,
            Map.of(
                "name",
                List.of("Anvar"),
                "count",
                List.of("2"),
                "price",
                List.of("1,5"),
                "why",
                List.of("forged")));
    assertThat(result.problems()).isEmpty();
    assertThat(result.values()).doesNotContainKey("why");
    assertThat(result.values()).extractingByKey("sumValue").asString().isEqualTo("3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"murojaat", "demolition-certificate", "review-request"})
  void shouldSurviveTheRoundTrip(String key) {
    FormModel form = BundledForms.get(key);

    FormJs.Exported exported = FormJs.write(form, Language.UZ_LATN);
    FormModel again = FormJs.read(exported.json()).model();

    assertThat(FormJs.isFormJs(exported.json())).isTrue();
    assertThat(again.inputs().map(FormJsTest::rules))
        .isEqualTo(form.inputs().map(FormJsTest::rules).toList());
    assertThat(exported.lost()).contains("form: texts in other languages than uz-Latn");
  }

  /** What must not change on the way; {@code requiredWhen} and group lists are reported as lost. */
  private static List<Object> rules(Field field) {
    return java.util.Arrays.asList(
        field.id(),
        field.required(),
        String.valueOf(field.conditions().visibleWhen()),
        field.limits(),
        field.check(),
        field.isMultiple(),
        field.personalData(),
        field.prefill());
  }

  @Test
  void shouldGiveTheSameValuesAfterTheRoundTrip() {
    FormModel again = FormJs.read(FormJs.write(Forms.murojaat(), Language.RU).json()).model();

    assertThat(Forms.check(again, Forms.appeal()).values())
        .isEqualTo(Forms.check(Forms.murojaat(), Forms.appeal()).values());
  }

  @Test
  void shouldTellTheTwoKindsOfFilesApart() {
    assertThat(FormJs.isFormJs(BundledForms.source("murojaat"))).isFalse();
    assertThat(FormJs.isFormJs("not json")).isFalse();
    assertThatExceptionOfType(FormModelException.class)
        .isThrownBy(() -> FormJs.read("{}"))
        .withMessageContaining("Expected form-js with components");
  }

  @Test
  void shouldDeclareTheProcessVariablesThatACamundaFormReads() {
    FormModel form =
        FormJs.read(
                """
                {"id": "f", "components": [
                  {"type": "textfield", "key": "note", "label": "Note", "conditional": {"hide": "=status = \\"CLOSED\\""}}]}
                """)
            .model();

    assertThat(form.reads()).containsExactly("status");
    assertThat(Forms.check(form, Map.of("note", List.of("a"))).values()).containsKey("note");
  }

  @Test
  void shouldReportAnExpressionThatIsNone() {
    assertThatExceptionOfType(FormModelException.class)
        .isThrownBy(
            () ->
                FormJs.read(
                    """
                    {"id": "f", "components": [{"type": "expression", "key": "sum", "expression": "=1 +"}]}
                    """))
        .withMessageContaining("Expected a FEEL expression");
  }
}
