package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A headless Chromium of the distribution; each {@link Person} has an own context with own cookies.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    var options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    var playwright = Playwright.create(options);
    var launch = new BrowserType.LaunchOptions().setExecutablePath(program()).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(launch));
  }

  private static Path program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Expected Chromium; ./yagona test installs it"));
  }

  /** Someone at a screen; {@code width} in CSS pixels. */
  Person person(URI address, String language, int width, boolean script) {
    var options =
        new Browser.NewContextOptions()
            .setBaseURL(address.toString())
            .setViewportSize(width, 900)
            .setJavaScriptEnabled(script)
            .setLocale(language.startsWith("uz") ? "uz" : language)
            .setAcceptDownloads(true);
    var context = browser.newContext(options);
    context.setDefaultTimeout(30_000);
    var person = new Person(context, context.newPage());
    person.page().navigate("/?lang=" + language);
    return person;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  /** A browser window with a life of its own. */
  record Person(BrowserContext context, Page page) implements AutoCloseable {
    /**
     * What every page must be: standard mode, language set, no sideways scrolling, no axe
     * violation.
     */
    void assertGoodPage() {
      var where = page.url();
      assertThat(page.evaluate("document.compatMode")).as(where).isEqualTo("CSS1Compat");
      assertThat(page.locator("html").getAttribute("lang")).as(where).isNotBlank();
      var overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      assertThat(((Number) overflow).intValue())
          .as("sideways overflow of " + where)
          .isLessThanOrEqualTo(0);
      var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
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
}
