package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an applicant does on the pages of a request. */
final class CitizenSteps {
  static final String SEND = "button[name=_action][value=send]:not([aria-hidden])";
  private static final Pattern ID = Pattern.compile("/requests/([0-9a-f-]{36})");

  /**
   * What an appeal says.
   *
   * @param complainedBody only for a complaint
   */
  record Appeal(String subType, String topic, @Nullable String complainedBody, String text) {}

  /** A request that got its number. */
  record Request(String id, String number) {}

  private CitizenSteps() {}

  /**
   * Problems stand beside their fields, in the language of the page, and the summary is read first.
   */
  static void sendWrongAnswers(Person citizen, String script) {
    citizen.fill("pinfl", "12345678901234");
    citizen.fill("name", "");
    citizen.fill("phone", "123");
    citizen.fill("text", "?");
    citizen.press(SEND);
    assertProblemsFocused(citizen);
    for (var field : new String[] {"pinfl", "name", "phone", "text"}) {
      var problem = citizen.see("#f-%s-error".formatted(field)).innerText();
      assertThat(problem).as(field).matches(script);
    }
    assertThat(citizen.page().locator("#f-pinfl").getAttribute("aria-describedby"))
        .contains("f-pinfl-error");
  }

  static void assertProblemsFocused(Person person) {
    person.see(".govuk-error-summary:focus");
  }

  static Request file(Person citizen, Appeal appeal, byte[] photo) {
    citizen.open("/file/murojaat");
    citizen.choose("subType", appeal.subType());
    citizen.choose("topic", appeal.topic());
    if (appeal.complainedBody() != null) {
      citizen.choose("complainedBody", appeal.complainedBody());
    }
    var profile = citizen.page().locator("[name=pinfl]");
    profile.fill(citizen.language().equals("uz-Latn") ? "41506921720018" : "30311851760023");
    citizen.fill("name", "Karimova Aziza");
    citizen.fill("phone", "+998 90 123 45 67");
    citizen.fill("text", appeal.text());
    citizen.attach("attachments", "foto.png", "image/png", photo);
    citizen.press(SEND);
    assertThat(citizen.see("main").innerText()).contains(appeal.text(), "foto.png");
    citizen.press("form[action$='/submission'] button");

    var due = citizen.see("[data-due-date]").getAttribute("data-due-date");
    assertThat(LocalDate.parse(due)).isAfter(LocalDate.now());
    citizen.assertGoodPage();
    var number = citizen.see("[data-number]").innerText();
    assertThat(number).matches("UZ-MRJ-\\d{4}-\\d{6}");
    var id = ID.matcher(citizen.page().url());
    assertThat(id.find()).as(citizen.page().url()).isTrue();
    return new Request(id.group(1), number);
  }
}
