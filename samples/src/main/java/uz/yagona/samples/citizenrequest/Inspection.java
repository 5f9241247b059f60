package uz.yagona.samples.citizenrequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import uz.yagona.samples.Account;
import uz.yagona.samples.Browser;

/** Checks a signed answer as anyone can, without an account. */
final class Inspection {
  private static final byte[] STREAM = "stream\n".getBytes(StandardCharsets.US_ASCII);
  private static final int INTO_THE_STREAM = 24;

  private final URI base;

  Inspection(URI base) {
    this.base = base;
  }

  /** The page behind the QR code. */
  void publicPageSaysValid(String address) {
    expect("VALID", result(new Browser(base).open(address)), address);
  }

  /** The page where a file is given. */
  void uploadSays(String expected, String name, byte[] pdf) {
    var browser = new Browser(base);
    var form = Account.formWith(browser.open("/check"), "input[type=file]");
    var input = Account.button(form, "input[type=file]").attr("name");
    var answer =
        browser.submit(
            form,
            Account.button(form, "button[type=submit], button:not([type])"),
            Map.of(),
            Map.of(input, new Browser.Upload(name, "application/pdf", pdf)));
    expect(expected, result(Browser.require(answer).page()), "/check with " + name);
  }

  /** What Poppler says; empty when {@code pdfsig} is not installed. */
  Optional<String> pdfsig(Path file) {
    try {
      var process =
          new ProcessBuilder("pdfsig", "-nocert", file.toString())
              .redirectErrorStream(true)
              .start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return Optional.of(output);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while pdfsig ran", e);
    }
  }

  /** A copy with one byte of the first page changed. */
  static byte[] tampered(byte[] pdf) {
    var copy = pdf.clone();
    copy[indexOf(pdf, STREAM) + STREAM.length + INTO_THE_STREAM] ^= 1;
    return copy;
  }

  static void save(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected to write %s, but %s".formatted(file, e.getMessage()), e);
    }
  }

  private static int indexOf(byte[] content, byte[] wanted) {
    for (var at = 0; at <= content.length - wanted.length - INTO_THE_STREAM; at++) {
      if (java.util.Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalStateException("Expected a stream in the PDF, but found none");
  }

  private static String result(org.jsoup.nodes.Document page) {
    var marked = page.selectFirst("[data-result]");
    return marked == null ? "no result" : marked.attr("data-result");
  }

  private static void expect(String expected, String found, String where) {
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "Expected %s to say %s, but it says %s".formatted(where, expected, found));
    }
  }
}
