package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Someone at a browser window, with cookies of their own. Every page they come to is looked at. */
record Person(BrowserContext context, Page page, String language, boolean hasScript)
    implements AutoCloseable {
  private static final String PASSWORD = "yagona-demo";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final Set<String> LOOKED_AT = ConcurrentHashMap.newKeySet();
  private static final String REGION = "[data-rerender-region]";

  static Person at(BrowserContext context, String language, boolean hasScript) {
    var person = new Person(context, context.newPage(), language, hasScript);
    person.page().navigate("/?lang=" + language);
    return person;
  }

  /** Goes to an address of the product. */
  Person open(String path) {
    page.navigate(path);
    assertGoodPage();
    return this;
  }

  /** Presses a link or a button that leads to another page. */
  Person press(String selector) {
    page.locator("html").evaluate("e => { e.dataset.left = 'true' }");
    page.locator(selector).first().click();
    page.locator("html:not([data-left])").waitFor(ATTACHED);
    page.waitForLoadState();
    assertGoodPage();
    return this;
  }

  /** Fills the sign-in page, which the portal shows before anything that needs a name. */
  Person signIn(String userName) {
    if (!page.url().contains("/sign-in")) {
      open("/sign-in");
    }
    page.locator("#username").fill(userName);
    page.locator("#password").fill(PASSWORD);
    return press("form:has(#password) button[type=submit]");
  }

  void fill(String field, String text) {
    page.locator("[name='%s']".formatted(field)).fill(text);
  }

  /** Chooses one of a list or of radio buttons, and waits for the fields that depend on it. */
  void choose(String field, String value) {
    var select = page.locator("select[name='%s']".formatted(field));
    if (select.count() > 0) {
      rerendered(select, () -> select.selectOption(value));
    } else {
      tick(field, value);
    }
  }

  /** Ticks a box or a radio button, and waits for the fields that depend on it. */
  void tick(String field, String value) {
    var box = page.locator("input[name='%s'][value='%s']".formatted(field, value));
    rerendered(box, box::check);
  }

  private void rerendered(Locator control, Runnable change) {
    var hasDependents =
        control.evaluate("e => !!e.closest('[data-rerender]')").equals(true) && hasScript;
    if (hasDependents) {
      page.locator(REGION).evaluate("e => { e.dataset.before = 'true' }");
    }
    change.run();
    if (hasDependents) {
      page.locator(REGION + ":not([data-before])").waitFor(ATTACHED);
    }
  }

  void attach(String field, String name, String mediaType, byte[] content) {
    page.locator("input[type=file][name='%s']".formatted(field))
        .setInputFiles(new FilePayload(name, mediaType, content));
  }

  /** Waits until the page shows {@code selector} by itself, as it refreshes. */
  Locator see(String selector) {
    var found = page.locator(selector).first();
    found.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
    return found;
  }

  /** Opens {@code path} again until it shows {@code selector}. */
  Locator reloadUntil(String path, String selector) {
    Awaitility.await(selector + " on " + path)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              page.navigate(path);
              return page.locator(selector).count() > 0;
            });
    assertGoodPage();
    return page.locator(selector).first();
  }

  /** The file behind a link, as the browser saves it. */
  byte[] download(String selector) {
    var download = page.waitForDownload(() -> page.locator(selector).first().click());
    try {
      return Files.readAllBytes(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What every page must be: standard mode, in the chosen language, no sideways scrolling, no axe
   * violation.
   */
  void assertGoodPage() {
    var where = page.url();
    assertThat(page.evaluate("document.compatMode")).as(where).isEqualTo("CSS1Compat");
    assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo(language);
    var overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) overflow).intValue())
        .as("sideways overflow of " + where)
        .isLessThanOrEqualTo(0);
    if (hasScript) {
      assertAccessible(where);
    }
  }

  /**
   * Each page once per language and width, as it is drawn with the same parts. Axe itself is a
   * script, so it says nothing where scripts are off.
   */
  private void assertAccessible(String where) {
    var kind = (page.title() + " " + where).replaceAll("[0-9a-f-]*\\d[0-9a-f-]*", "#");
    if (!LOOKED_AT.add(language + page.viewportSize().width + kind)) {
      return;
    }
    var axe = new AxeBuilder(page).withTags(RULES).setLegacyMode(true);
    var violations = axe.analyze().getViolations();
    assertThat(violations)
        .as("accessibility of " + where)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
        .isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
