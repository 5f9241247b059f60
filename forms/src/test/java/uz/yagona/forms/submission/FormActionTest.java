package uz.yagona.forms.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.FormModel;

class FormActionTest {
  private static final FormModel OWNERS =
      Forms.of(
          """
          {"id": "owners", "type": "container", "name": "Owner", "params": {"repeat": {"min": 0, "max": 3}}, "fields": [
            [{"id": "owner", "type": "text", "name": "Name"}], [{"id": "born", "type": "date", "name": "Born"}]]}
          """);

  @Test
  void shouldTellActionsFromSending() {
    assertThat(FormAction.of(Map.of())).isEmpty();
    assertThat(FormAction.of(Map.of("_action", List.of("send")))).isEmpty();
    assertThat(FormAction.of(Map.of("_action", List.of("add:owners"))))
        .contains(new FormAction(FormAction.Kind.ADD, "owners"));
  }

  @Test
  void shouldAddRowsUpToTheMost() {
    Submission sent = Submission.of(Map.of("owners[0].owner", List.of("Anvar")));
    var add = new FormAction(FormAction.Kind.ADD, "owners");
    for (int rows = 2; rows <= 3; rows++) {
      sent = add.applyTo(OWNERS, sent);
      assertThat(sent.values()).contains(entry("owners._rows", List.of(String.valueOf(rows))));
    }

    assertThat(add.applyTo(OWNERS, sent).values()).contains(entry("owners._rows", List.of("3")));
    assertThat(new FormAction(FormAction.Kind.ADD, "nosuch").applyTo(OWNERS, sent)).isEqualTo(sent);
  }

  @Test
  void shouldMoveUpTheRowsAfterARemovedOne() {
    Submission sent =
        Submission.of(
            Map.of(
                "owners._rows",
                List.of("3"),
                "owners[0].owner",
                List.of("Anvar"),
                "owners[1].owner",
                List.of("Botir"),
                "owners[2].owner",
                List.of("Dilnoza"),
                "owners[2].born.day",
                List.of("8")));

    assertThat(new FormAction(FormAction.Kind.REMOVE, "owners[1]").applyTo(OWNERS, sent).values())
        .isEqualTo(
            Map.of(
                "owners._rows",
                List.of("2"),
                "owners[0].owner",
                List.of("Anvar"),
                "owners[1].owner",
                List.of("Dilnoza"),
                "owners[1].born.day",
                List.of("8")));
    assertThat(new FormAction(FormAction.Kind.REMOVE, "owners[x]").applyTo(OWNERS, sent))
        .isEqualTo(sent);
  }

  @Test
  void shouldTakeBackAKeptFile() {
    var files =
        List.of(UploadedFile.stored("a.pdf", 1, "1"), UploadedFile.stored("b.pdf", 1, "x:2"));
    var sent = Submission.of(Map.of()).withFiles(Map.of("attachments", files));

    assertThat(
            new FormAction(FormAction.Kind.DROP, "attachments:x:2")
                .applyTo(OWNERS, sent)
                .files()
                .get("attachments"))
        .extracting(UploadedFile::reference)
        .containsExactly("1");
  }

  @Test
  void shouldKeepDraftsOfTheFormsOwnNamesOnly() {
    var sent =
        Submission.of(
            Map.of(
                "owners[0].owner",
                List.of("<b>"),
                "owners._rows",
                List.of("1"),
                "_csrf",
                List.of("secret"),
                "_outcome",
                List.of("SIGN")));

    Submission again = Drafts.read(Drafts.write(OWNERS, sent));

    assertThat(again.values())
        .isEqualTo(Map.of("owners[0].owner", List.of("<b>"), "owners._rows", List.of("1")));
    assertThat(again.outcome()).isEqualTo("SIGN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drafts.read("[]"))
        .withMessage("Expected a draft, but found other JSON");
  }

  @Test
  void shouldTurnCleanValuesBackIntoWhatWouldBeTyped() {
    FormModel form =
        Forms.of(
            "{\"id\": \"price\", \"type\": \"amount\", \"name\": \"P\"}",
            "{\"id\": \"day\", \"type\": \"date\", \"name\": \"D\"}",
            "{\"id\": \"list\", \"type\": \"dropdown\", \"name\": \"L\", \"options\": [{\"id\": \"X\", \"name\": \"x\"}], \"params\": {\"multiple\": true}}",
            """
            {"id": "owners", "type": "container", "name": "O", "params": {"repeat": {"max": 3}}, "fields": [[{"id": "owner", "type": "text", "name": "N"}]]}
            """);
    Map<String, Object> values =
        Map.of(
            "price",
            new BigDecimal("120.50"),
            "day",
            LocalDate.of(2026, 3, 8),
            "list",
            List.of("X"),
            "owners",
            List.of(Map.of("owner", "Anvar")));

    assertThat(
            SubmissionCheck.check(form, Submission.ofValues(form, values), Forms.CONTEXT).values())
        .isEqualTo(values);
  }

  @Test
  void shouldStartWithWhatIsKnown() {
    var context =
        Forms.CONTEXT.withVariables(
            Map.of("applicant", Map.of("phone", "+998901234567", "pinfl", "31210932040247")));

    assertThat(Submission.prefilled(Forms.murojaat(), context).values())
        .contains(
            entry("phone", List.of("+998901234567")), entry("answerChannel", List.of("PORTAL")))
        .doesNotContainKey("email");
  }
}
