package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What officials and heads do on the pages of their tasks. */
final class OfficialSteps {
  private static final Pattern TASK = Pattern.compile("/tasks/(\\d+)");

  private OfficialSteps() {}

  /** Takes the group's task for a request and opens it; gives its key. */
  static String claim(Person official, String number) {
    official.reloadUntil("/tasks?tab=group&q=" + number, "form[action$='/claim'] button");
    official.press("form[action$='/claim'] button");
    return key(official);
  }

  /** Opens the task that came back to its holder. */
  static String openOwn(Person official, String number) {
    official.reloadUntil("/tasks?tab=own&q=" + number, "main a[href^='/tasks/']");
    official.press("main a[href^='/tasks/']");
    return key(official);
  }

  private static String key(Person official) {
    var task = TASK.matcher(official.page().url());
    assertThat(task.find()).as(official.page().url()).isTrue();
    return task.group(1);
  }

  /** First without a text, which is refused beside the field, then with one. */
  static void decide(Person official, String outcome, String facts, String decision) {
    official.tick("_outcome", outcome);
    official.press(CitizenSteps.SEND);
    CitizenSteps.assertProblemsFocused(official);
    official.see("#f-decision-error");
    official.fill("facts", facts);
    official.fill("norm", "OʻRQ-445, 16-modda");
    official.fill("decision", decision);
    official.press(CitizenSteps.SEND);
    official.see(".yg-message--ok, .yg-flash--ok, [role=status]");
  }

  static void ask(Person official, List<String> fields, String message) {
    official.tick("_outcome", "ASK");
    fields.forEach(field -> official.tick("askedFields", field));
    official.fill("askMessage", message);
    official.press(CitizenSteps.SEND);
  }

  /** The draft that the head reads is the file whose digest the page shows. */
  static void readDraft(Person head) {
    var path = head.page().locator("object.yg-pdf").getAttribute("data");
    var draft = head.context().request().get(head.page().url().replaceAll("/tasks/.*", path));
    assertThat(draft.headers().get("content-type")).startsWith("application/pdf");
    assertThat(head.see("section dd.yg-mono").innerText()).isEqualTo(sha256(draft.body()));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
