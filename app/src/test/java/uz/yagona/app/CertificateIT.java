package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.FiledRequest;

/**
 * A certificate's life in the browser: asked for, checked, issued with four eyes, used, revoked;
 * and what the public check says about the signature afterwards.
 */
class CertificateIT {
  private static final int WIDE = 1280;
  private static final int PHONE = 390;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");
  private static final String PICTURES = System.getProperty("yagona.pictures");

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
  void shouldIssueWithFourEyesSignRevokeAndStillProveTheEarlierSignature() {
    try (var head = person("uz-Latn", WIDE);
        var first = person("uz-Cyrl", WIDE);
        var second = person("ru", PHONE)) {
      // the user asks, the desk checks, a second officer issues
      head.signIn("appeals-head");
      head.open("/my-certificates");
      head.fill("months", "12");
      head.press("form[action$='/my-certificates'] button");
      head.see("[data-application=WAITING]");
      picture(head, "mine-waiting");
      check(first);
      second.signIn("registrar2");
      second.press("main a[href^='/desk/operations/']");
      picture(second, "operation-phone");
      second.press("form[action$='/approval'] button");
      var serial = second.see("dd.yg-mono:nth-of-type(2)").innerText();
      head.open("/my-certificates");
      head.see("[data-serial='%s'][data-state=VALID]".formatted(serial));
      picture(head, "mine-valid");

      // the user signs, anyone checks
      var signed = signed(head);
      var address = checkAddress(signed);
      verify(address, "VALID", "en", WIDE, null);

      // the desk revokes; the earlier signature holds, and the page says why
      first.open("/desk/certificates?q=appeals-head");
      picture(first, "certificates");
      first.press("main a[href='/desk/certificates/%s']".formatted(serial));
      first.page().locator("#end").selectOption("KEY_COMPROMISE");
      first.press("form[action$='/revocation'] button");
      first.see("[data-state=REVOKED]");
      picture(first, "certificate-revoked");
      verify(address, "VALID", "ru", PHONE, serial);

      // and nothing can be signed with it any more
      var next = drafted();
      OfficialSteps.claim(head, next.number());
      OfficialSteps.readDraft(head);
      head.press("button[name=_outcome][value=SIGN]");
      OfficialSteps.claim(head, next.number());
      head.see(".yg-message--danger");
      picture(head, "sign-refused");
      assertThat(account("savdo").open(next.path()).select("[data-state=DECIDED]")).isEmpty();
      first.open("/desk/journal?check=yes");
      first.see(".yg-message--ok");
      picture(first, "journal");
    }
  }

  @Test
  void shouldNameASubstituteOnAPhoneAndEndTheOrder() {
    try (var head = person("uz-Latn", PHONE)) {
      head.signIn("cadastre-head");
      head.open("/substitutes");
      head.press("form[action$='/substitutes'] button");
      CitizenSteps.assertProblemsFocused(head);
      picture(head, "substitutes-wrong-phone");
      head.page().locator("#substitute").selectOption("cadastre1");
      head.fill("number", "12-K");
      var today = LocalDate.now();
      head.fill("date", DAY.format(today.minusDays(1)));
      head.fill("from", DAY.format(today));
      head.fill("to", DAY.format(today.plusDays(5)));
      head.press("form[action$='/substitutes'] button");
      head.see("tr[data-order='12-K'] .yg-badge");
      picture(head, "substitutes-phone");
      head.press("tr[data-order='12-K'] form button");
      head.see("section[aria-labelledby=over] tr[data-order='12-K']");
    }
  }

  /** The first officer takes the application and notes the document, on the second try. */
  private static void check(Person officer) {
    officer.signIn("registrar1");
    picture(officer, "queue");
    officer.press("main a[href^='/desk/applications/']");
    officer.press("form[action$='/taking'] button");
    officer.press("form[action$='/check'] button");
    CitizenSteps.assertProblemsFocused(officer);
    picture(officer, "application-wrong");
    officer.tick("identity", "ID_CARD");
    officer.tick("compared", "yes");
    officer.press("form[action$='/check'] button");
    officer.see(".yg-message--ok");
  }

  private static FiledRequest signed(Person head) {
    var request = drafted();
    OfficialSteps.claim(head, request.number());
    OfficialSteps.readDraft(head);
    head.press("button[name=_outcome][value=SIGN]");
    new Applicant(account("savdo")).waitFor(request, "DECIDED");
    return request;
  }

  private static String checkAddress(FiledRequest request) {
    try (var citizen = person("uz-Latn", WIDE)) {
      citizen.signIn("savdo");
      citizen.open(request.path());
      return URI.create(citizen.see("main a[href*='/v/']").getAttribute("href")).getPath();
    }
  }

  /** What anyone sees; {@code revoked} is the certificate that was revoked meanwhile. */
  private static void verify(
      String address, String result, String language, int width, @Nullable String revoked) {
    try (var anyone = person(language, width)) {
      anyone.open(address);
      anyone.see("[data-result=%s]".formatted(result));
      var later = anyone.page().locator("[data-later=REVOKED]");
      assertThat(later.count()).isEqualTo(revoked == null ? 0 : 1);
      picture(anyone, revoked == null ? "check-before" : "check-after-phone");
    }
  }

  private static FiledRequest drafted() {
    return DraftedRequest.of(account("savdo"), account("appeals1"));
  }

  private static Account account(String userName) {
    return Account.signIn(product.address(), userName, "uz-Latn");
  }

  private static Person person(String language, int width) {
    return chromium.person(product.address(), language, width, true);
  }

  /** Kept only when asked for: {@code -Dyagona.pictures=FOLDER}. */
  private static void picture(Person person, String name) {
    if (PICTURES != null) {
      person
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setFullPage(true)
                  .setPath(Path.of(PICTURES, name + ".png")));
    }
  }
}
