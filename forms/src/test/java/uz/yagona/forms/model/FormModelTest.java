package uz.yagona.forms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.yagona.forms.Language;
import uz.yagona.forms.PersonalDataClass;

class FormModelTest {
  @Test
  void shouldReadTextsOfEveryLanguageAndMakeTheCyrillicOne() {
    FormModel form =
        FormModel.parse(
            """
            {"key": "visit", "name": "Qabulga yozilish", "fields": [
              {"id": "_form", "type": "spacer", "params": {"i18n": {"ru": {"name": "Запись на приём"}}}},
              {"id": "day", "type": "date", "name": "Kun", "params": {"i18n": {"en": {"name": "Day"}}}}]}
            """);

    assertThat(form.title().in(Language.UZ_CYRL)).isEqualTo("Қабулга ёзилиш");
    assertThat(form.title().in(Language.RU)).isEqualTo("Запись на приём");
    assertThat(form.field("day").orElseThrow().texts().label().in(Language.EN)).isEqualTo("Day");
    assertThat(form.fields()).extracting(Field::id).containsExactly("day");
    assertThat(TextCompleteness.check(form))
        .extracting(ModelProblem::toString)
        .containsExactly(
            "form/name: Expected a text in every language, but found none in en",
            "day/name: Expected a text in every language, but found none in ru");
  }

  @Test
  void shouldTreatAValueAsPersonalUnlessTheModelSaysOtherwise() {
    FormModel form = FormModel.parse(one("\"type\": \"text\", \"name\": \"A\""));

    assertThat(form.personalDataClass("a")).isEqualTo(PersonalDataClass.PERSONAL);
  }

  @Test
  void shouldUseTheOutcomeVariableRuleOfFlowable() {
    assertThat(FormModel.parse(one("\"type\": \"text\", \"name\": \"A\"")).outcomeVariable())
        .isEqualTo("form_test_outcome");
  }

  @Test
  void shouldReportEveryProblemOfTheShape() {
    assertThat(
            problems(
                "{\"key\": \"Test\", \"name\": \"T\", \"fields\": [{\"id\": \"a b\", \"type\": \"txt\", \"nme\": 1}]}"))
        .extracting(ModelProblem::at)
        .contains("/key", "/fields/0/id", "/fields/0/type", "/fields/0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "type": "text", "name": "A", "params": {"visibleWhen": "b = "} | Expected a FEEL expression
          "type": "text", "name": "A", "params": {"visibleWhen": "nosuch = 1"} | 'nosuch = 1' reads 'nosuch'
          "type": "text", "name": "A", "params": {"visibleWhen": "a = null"} | depends on itself
          "type": "text", "name": "A", "params": {"pattern": "(a"} | Expected an RE2 pattern
          "type": "text", "name": "A", "params": {"pattern": "(a)\\\\1"} | Expected an RE2 pattern
          "type": "text", "name": "A", "params": {"minLength": 9, "maxLength": 3} | Expected minLength below maxLength, but found 9 and 3
          "type": "integer", "name": "A", "params": {"min": 9, "max": 3} | Expected min below max, but found 9 and 3
          "type": "dropdown", "name": "A" | Expected options, a source or a check that brings them
          "type": "text", "name": "A", "params": {"check": "soato-region"} | Expected a field type that fits check soato-region
          "type": "dropdown", "name": "A", "params": {"check": "soato-district"} | Expected dependsOn with the region's field
          "type": "dropdown", "name": "A", "params": {"source": "x", "dependsOn": "nosuch"} | Expected dependsOn to name a field, but found 'nosuch'
          "type": "dropdown", "name": "A", "options": [{"id": "x", "name": "X"}, {"id": "x", "name": "Y"}] | Expected option 'x' once
          "type": "expression", "params": {"calculate": "1"} | Expected calculate and var together
          "type": "text", "name": "A", "params": {"repeat": {"max": 3}} | Expected repeat on a container
          "type": "text", "name": "A", "params": {"errors": {"required": "{label"}} | its braces do not fit
          "type": "upload", "name": "A", "params": {"evidence": "cadastre-extract"} | 'cadastre-extract' is held by a public register
          "type": "text", "name": "A", "params": {"colour": "red"} | colour
          "type": "text", "name": "A", "options": [] | options
          """)
  void shouldRefuseWhatCannotWork(String field, String reason) {
    assertThat(problems(one(field)))
        .extracting(ModelProblem::toString)
        .anySatisfy(text -> assertThat(text).contains(reason));
  }

  @Test
  void shouldRefuseConditionsInACircle() {
    assertThat(
            problems(
                """
                {"key": "test", "name": "T", "fields": [
                  {"id": "a", "type": "boolean", "name": "A", "params": {"visibleWhen": "b"}},
                  {"id": "b", "type": "boolean", "name": "B", "params": {"visibleWhen": "a"}}]}
                """))
        .extracting(ModelProblem::reason)
        .containsExactly("Expected conditions without a circle, but it depends on itself");
  }

  @Test
  void shouldRefuseTheSameNameTwice() {
    assertThat(
            problems(
                """
                {"key": "test", "name": "T", "outcomeVariableName": "a", "outcomes": [{"id": "X", "name": "X"}], "fields": [
                  {"id": "a", "type": "text", "name": "A"}]}
                """))
        .extracting(ModelProblem::toString)
        .containsExactly("a: Expected a unique id, but found it twice");
  }

  @ParameterizedTest
  @CsvSource({"'[]'", "'{'", "'{\"key\":\"a\",\"key\":\"b\"}'", "'{} x'", "''"})
  void shouldRefuseOtherText(String json) {
    assertThat(problems(json)).isNotEmpty();
  }

  @Test
  void shouldKeepDependentFieldsWhenAFormIsCutDown() {
    FormModel cut = BundledForms.get("murojaat").only(List.of("region", "text"));

    assertThat(cut.inputs()).extracting(Field::id).containsExactly("region", "district", "text");
    assertThat(cut.fields()).extracting(Field::id).containsExactly("aboutPlace", "aboutText");
  }

  @Test
  void shouldNameChosenValues() {
    FormModel form = BundledForms.get("murojaat");

    assertThat(form.choiceLabel("topic", "LAND").in(Language.RU)).isEqualTo("Земля и недвижимость");
    assertThat(form.choiceLabel("district", "1703202").in(Language.UZ_CYRL))
        .isEqualTo("Олтинкўл тумани");
    assertThat(form.choiceLabel("topic", "NEW").in(Language.RU)).isEqualTo("NEW");
  }

  private static String one(String field) {
    return "{\"key\": \"test\", \"name\": \"T\", \"fields\": [{\"id\": \"a\", %s}]}"
        .formatted(field);
  }

  private static List<ModelProblem> problems(String json) {
    return catchThrowableOfType(FormModelException.class, () -> FormModel.parse(json)).problems();
  }
}
