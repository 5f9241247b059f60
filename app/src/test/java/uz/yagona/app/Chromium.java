package uz.yagona.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
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
    return Person.at(context, language, script);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
