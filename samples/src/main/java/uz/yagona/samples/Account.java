package uz.yagona.samples;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody signed in with a browser of their own. */
public final class Account {
  private static final String PASSWORD =
      Objects.requireNonNullElse(System.getenv("YAGONA_DEMO_PASSWORD"), "yagona-demo");

  private final String userName;
  private final Browser browser;

  private Account(String userName, Browser browser) {
    this.userName = userName;
    this.browser = browser;
  }

  /**
   * @param language what the pages shall speak, for example {@code uz-Latn}
   */
  public static Account signIn(URI base, String userName, String language) {
    var browser = new Browser(base);
    var page = browser.open("/sign-in?lang=" + language);
    var form = formWith(page, "input[type=password]");
    var answer =
        browser.submit(
            form,
            button(form, "button[type=submit]"),
            Map.of("username", userName, "password", PASSWORD),
            Map.of());
    if (answer.address().getPath().equals("/sign-in")) {
      throw new IllegalStateException(
          "Expected to sign in as %s, but the portal refused".formatted(userName));
    }
    return new Account(userName, browser);
  }

  /** What the person sees. */
  public Browser browser() {
    return browser;
  }

  /** Who this is. */
  public String userName() {
    return userName;
  }

  /** A page that must be there. */
  public Document open(String path) {
    return browser.open(path);
  }

  /** Presses {@code button} of {@code form}; a page that shows problems is a failure. */
  public Document press(Element form, Element button, Map<String, ?> values) {
    return press(form, button, values, Map.of());
  }

  /** The same with files chosen. */
  public Document press(
      Element form, Element button, Map<String, ?> values, Map<String, Browser.Upload> files) {
    var answer = browser.submit(form, button, values, files);
    var page = answer.page();
    var problems = page.select(".govuk-error-summary li").eachText();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "Expected %s to accept the form, but it says %s".formatted(answer.address(), problems));
    }
    return Browser.require(answer).page();
  }

  /** The form of the page that has a part like {@code selector}. */
  public static Element formWith(Document page, String selector) {
    return page.select("form").stream()
        .filter(form -> !form.select(selector).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected a form with %s on %s, but found none"
                        .formatted(selector, page.location())));
  }

  /** A part of the form that must be there. */
  public static Element button(Element form, String selector) {
    var button = form.selectFirst(selector);
    if (button == null) {
      throw new IllegalStateException(
          "Expected a button %s on %s, but found none".formatted(selector, form.baseUri()));
    }
    return button;
  }
}
