package uz.yagona.forms.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uz.yagona.forms.Language;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.file.AcceptedFile;
import uz.yagona.forms.file.Files;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.FormModel;

class SubmissionCheckTest {
  @Test
  void shouldAcceptAnAppealAndPartItByClass() {
    SubmissionResult result = Forms.check(Forms.murojaat(), Forms.appeal());

    assertThat(result.problems()).isEmpty();
    assertThat(result.values())
        .contains(
            entry("name", "Karimova Nodira Gʻani qizi"),
            entry("phone", "+998901234567"),
            entry("vulnerable", false));
    assertThat(result.processVariables())
        .contains(entry("region", "1726"), entry("topic", "LAND"))
        .doesNotContainKeys("pinfl", "name", "phone", "email", "address", "text");
    assertThat(result.jsonValues(PersonalDataClass.PERSONAL, PersonalDataClass.SPECIAL))
        .containsKeys("pinfl", "name", "phone", "text")
        .doesNotContainKeys("region", "topic");
  }

  @Test
  void shouldAskForEverythingMandatoryInTheOrderOfTheForm() {
    SubmissionResult result = Forms.check(Forms.murojaat(), Map.of());

    assertThat(result.problems())
        .extracting(Problem::path)
        .containsExactly(
            "subType",
            "topic",
            "applicantKind",
            "name",
            "phone",
            "region",
            "district",
            "text",
            "answerChannel");
  }

  @Test
  void shouldSayInEveryLanguageHowToPutItRight() {
    Problem problem =
        Forms.check(Forms.murojaat(), Forms.appealWith("text", "Qisqa")).problems().get(0);

    assertThat(problem.message(Language.UZ_LATN))
        .isEqualTo("«Murojaat matni»: kamida 30 ta belgi yozing. Hozir 5 ta.");
    assertThat(problem.message(Language.UZ_CYRL))
        .isEqualTo("«Мурожаат матни»: камида 30 та белги ёзинг. Ҳозир 5 та.");
    assertThat(problem.message(Language.RU))
        .isEqualTo("«Текст обращения»: напишите не менее 30 символов. Сейчас 5.");
    assertThat(problem.message(Language.EN))
        .isEqualTo("“Text of the appeal”: write at least 30 characters. There are 5 now.");
  }

  @Test
  void shouldRefuseADistrictOfAnotherRegion() {
    assertThat(Forms.codes(Forms.check(Forms.murojaat(), Forms.appealWith("district", "1703202"))))
        .isEqualTo(Map.of("district", "dependent"));
    assertThat(Forms.codes(Forms.check(Forms.murojaat(), Forms.appealWith("region", "1700"))))
        .isEqualTo(Map.of("region", "choice"));
  }

  @Test
  void shouldIgnoreForgedValuesOfHiddenFields() {
    var answers = Forms.appealWith("stir", "301234567");
    answers.put("complainedBody", List.of("CADASTRE"));

    assertThat(Forms.check(Forms.murojaat(), answers).values())
        .doesNotContainKeys("stir", "complainedBody");
  }

  @Test
  void shouldIgnoreForgedReadOnlyAndUnknownValues() {
    FormModel form =
        Forms.of(
            "{\"id\": \"fee\", \"type\": \"amount\", \"name\": \"F\", \"readOnly\": true, \"params\": {\"prefill\": \"request.fee\"}}");
    var context =
        Forms.CONTEXT.withVariables(Map.of("request", Map.of("fee", new BigDecimal("100"))));
    var sent = Submission.of(Map.of("fee", List.of("1"), "admin", List.of("true")));

    assertThat(SubmissionCheck.check(form, sent, context).values())
        .isEqualTo(Map.of("fee", new BigDecimal("100.00")));
  }

  @Test
  void shouldDropWhatDependsOnAHiddenField() {
    FormModel form =
        Forms.of(
            "{\"id\": \"a\", \"type\": \"boolean\", \"name\": \"A\"}",
            "{\"id\": \"b\", \"type\": \"boolean\", \"name\": \"B\", \"params\": {\"visibleWhen\": \"a\"}}",
            "{\"id\": \"c\", \"type\": \"text\", \"name\": \"C\", \"required\": true, \"params\": {\"visibleWhen\": \"b\"}}");

    assertThat(Forms.check(form, Map.of("b", List.of("true"), "c", List.of("x"))).values())
        .isEqualTo(Map.of("a", false));
    assertThat(Forms.codes(Forms.check(form, Map.of("a", List.of("true"), "b", List.of("true")))))
        .isEqualTo(Map.of("c", "required"));
  }

  @Test
  void shouldAskMoreWhenAConditionSaysSo() {
    assertThat(
            Forms.codes(Forms.check(Forms.murojaat(), Forms.appealWith("answerChannel", "EMAIL"))))
        .isEqualTo(Map.of("email", "required"));
    assertThat(
            Forms.codes(Forms.check(Forms.murojaat(), Forms.appealWith("representative", "true"))))
        .isEqualTo(Map.of("mandate", "required.file"));
  }

  @Test
  void shouldComputeValuesOnTheServer() {
    FormModel form =
        Forms.of(
            "{\"id\": \"price\", \"type\": \"amount\", \"name\": \"P\"}",
            "{\"id\": \"count\", \"type\": \"integer\", \"name\": \"N\"}",
            "{\"id\": \"sum\", \"type\": \"expression\", \"name\": \"S\", \"params\": {\"calculate\": \"price * count\", \"var\": \"total\", \"personalData\": \"internal\"}}");

    var result =
        Forms.check(
            form, Map.of("price", List.of("120,5"), "count", List.of("3"), "total", List.of("1")));

    assertThat((BigDecimal) result.values().get("total")).isEqualByComparingTo("361.5");
    assertThat(result.processVariables()).containsKey("total");
  }

  @Test
  void shouldTreatAComputedValueAsPersonalUnlessTheModelSaysOtherwise() {
    FormModel form =
        Forms.of(
            "{\"id\": \"name\", \"type\": \"text\", \"name\": \"N\"}",
            "{\"id\": \"s\", \"type\": \"expression\", \"params\": {\"calculate\": \"upper case(name)\", \"var\": \"shout\"}}");

    var result = Forms.check(form, Map.of("name", List.of("Anvar")));

    assertThat(result.values()).contains(entry("shout", "ANVAR"));
    assertThat(result.processVariables()).isEmpty();
  }

  @Test
  void shouldNotShowAnswersInText() {
    var sent = Submission.of(Map.of("pinfl", List.of("31210932040247")));
    var context = Forms.CONTEXT.withVariables(Map.of("pinfl", "31210932040247"));

    assertThat(
            List.of(sent, SubmissionCheck.check(Forms.murojaat(), sent, context), context)
                .toString())
        .doesNotContain("31210932040247");
  }

  @Test
  void shouldCheckRowsOfARepeatingGroup() {
    FormModel form =
        Forms.of(
            """
            {"id": "owners", "type": "container", "name": "Owner", "params": {"repeat": {"min": 1, "max": 2}}, "fields": [
              [{"id": "owner", "type": "text", "name": "Name", "required": true}],
              [{"id": "share", "type": "integer", "name": "Share", "params": {"max": 100, "personalData": "internal"}}]]}
            """,
            "{\"id\": \"s\", \"type\": \"expression\", \"name\": \"S\", \"params\": {\"calculate\": \"sum(owners.share)\", \"var\": \"shares\"}}");

    var result =
        Forms.check(
            form,
            Map.of(
                "owners[0].owner",
                List.of("Anvar"),
                "owners[0].share",
                List.of("60"),
                "owners[1].share",
                List.of("140")));

    assertThat(Forms.codes(result))
        .isEqualTo(Map.of("owners[1].owner", "required", "owners[1].share", "max"));
    assertThat(((List<?>) result.values().get("owners")).get(0))
        .isEqualTo(Map.of("owner", "Anvar", "share", 60L));
    assertThat(result.processVariables())
        .extractingByKey("owners")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .first()
        .isEqualTo(Map.of("share", 60L));
    assertThat(Forms.codes(Forms.check(form, Map.of())))
        .isEqualTo(Map.of("owners[0].owner", "required"));
    assertThat(Forms.codes(Forms.check(form, Map.of("owners._rows", List.of("999")))))
        .containsEntry("owners", "rows.max");
  }

  @Test
  void shouldCheckUploads() {
    var sent =
        Submission.of(Forms.appeal())
            .withFiles(
                Map.of(
                    "attachments",
                    List.of(
                        UploadedFile.of("../Ariza.PDF", Files.pdf()),
                        UploadedFile.of("surat.png", Files.pdf()),
                        UploadedFile.of("<b>.exe", new byte[] {'M', 'Z'}))));

    SubmissionResult result = SubmissionCheck.check(Forms.murojaat(), sent, Forms.CONTEXT);

    assertThat(result.files().get("attachments"))
        .extracting(AcceptedFile::name)
        .containsExactly("Ariza.pdf");
    assertThat(result.problems())
        .extracting(Problem::code)
        .containsExactly("file.extension", "file.type");
    assertThat(result.problems().get(1).message(Language.EN))
        .isEqualTo(
            "The file “<b>.exe” cannot be accepted. Attach a file of type PDF, JPG, PNG, DOCX.");
  }

  @Test
  void shouldRefuseMoreFilesThanAllowed() {
    var files = Collections.nCopies(11, UploadedFile.of("a.pdf", Files.pdf()));
    var sent = Submission.of(Forms.appeal()).withFiles(Map.of("attachments", files));

    assertThat(Forms.codes(SubmissionCheck.check(Forms.murojaat(), sent, Forms.CONTEXT)))
        .isEqualTo(Map.of("attachments", "file.count"));
  }

  @Test
  void shouldIgnoreFilesOfHiddenAndUnknownFields() {
    var sent =
        Submission.of(Forms.appeal())
            .withFiles(
                Map.of(
                    "mandate",
                    List.of(UploadedFile.of("a.pdf", Files.pdf())),
                    "x",
                    List.of(UploadedFile.of("a.pdf", Files.pdf()))));

    assertThat(SubmissionCheck.check(Forms.murojaat(), sent, Forms.CONTEXT).files()).isEmpty();
  }

  @Test
  void shouldAskForWhatTheOutcomeNeeds() {
    FormModel review = BundledForms.get("review-request");

    assertThat(Forms.codes(Forms.check(review, Map.of()))).isEqualTo(Map.of("_outcome", "outcome"));
    assertThat(Forms.codes(Forms.check(review, Map.of("_outcome", List.of("DELETE")))))
        .isEqualTo(Map.of("_outcome", "outcome"));
    assertThat(Forms.codes(Forms.check(review, Map.of("_outcome", List.of("APPROVE")))))
        .containsOnlyKeys("facts", "decision");
    assertThat(Forms.codes(Forms.check(review, Map.of("_outcome", List.of("REFUSE")))))
        .containsOnlyKeys("facts", "norm", "decision", "cure");
    assertThat(Forms.codes(Forms.check(review, Map.of("_outcome", List.of("ASK")))))
        .containsOnlyKeys("askedFields", "askMessage");
    assertThat(Forms.codes(Forms.check(review, Map.of("_outcome", List.of("FORWARD")))))
        .containsOnlyKeys("forwardGroup", "forwardReason");
    assertThat(
            Forms.codes(
                Forms.check(
                    BundledForms.get("sign-decision"), Map.of("_outcome", List.of("RETURN")))))
        .isEqualTo(Map.of("returnReason", "required"));
  }

  @Test
  void shouldGiveTheProcessItsVariablesOnly() {
    FormModel review = BundledForms.get("review-request");
    var context =
        Forms.CONTEXT.withChoices(Map.of("askable-fields", Forms.murojaat().inputChoices()));
    var sent =
        Submission.of(
            Map.of(
                "_outcome",
                List.of("ASK"),
                "askedFields",
                List.of("text", "phone"),
                "askMessage",
                List.of("Telefon raqamini toʻgʻrilang."),
                "facts",
                List.of("forged facts")));

    SubmissionResult result = SubmissionCheck.check(review, sent, context);

    assertThat(result.isAccepted()).isTrue();
    assertThat(result.processVariables())
        .isEqualTo(Map.of("outcome", "ASK", "askedFields", List.of("text", "phone")));
  }

  @Test
  void shouldCheckOnlyTheAskedFieldsAgainstStoredValues() {
    FormModel asked = Forms.murojaat().only(List.of("pinfl", "phone"));
    var context = Forms.CONTEXT.withVariables(Map.of("applicantKind", "PERSON"));
    var sent =
        Submission.of(
            Map.of(
                "pinfl",
                List.of("31210932040247"),
                "phone",
                List.of("901234567"),
                "topic",
                List.of("ROADS")));

    assertThat(SubmissionCheck.check(asked, sent, context).values())
        .isEqualTo(Map.of("pinfl", "31210932040247", "phone", "+998901234567"));
  }
}
