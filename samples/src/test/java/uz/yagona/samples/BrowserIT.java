package uz.yagona.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserIT {
  private final AtomicReference<String> sent = new AtomicReference<>("");
  private HttpServer server;
  private Browser browser;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    browser = new Browser(URI.create("http://localhost:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSendWhatThePageHoldsAndTheButtonPressed() {
    var form = browser.open("/plain").selectFirst("form");

    browser.submit(
        form, form.selectFirst("button[value=SIGN]"), Map.of("reason", "a & b"), Map.of());

    assertThat(sent.get().split("&"))
        .containsExactlyInAnyOrder("_csrf=t1", "kind=B", "reason=a+%26+b", "_outcome=SIGN");
  }

  @Test
  void shouldSendSeveralValuesOfOneField() {
    var form = browser.open("/plain").selectFirst("form");

    browser.submit(
        form,
        form.selectFirst("button[value=RETURN]"),
        Map.of("askedFields", List.of("phone", "text")),
        Map.of());

    assertThat(sent.get()).contains("askedFields=phone&askedFields=text", "_outcome=RETURN");
  }

  @Test
  void shouldSendFilesInAMultipartForm() {
    var form = browser.open("/upload").selectFirst("form");

    browser.submit(
        form,
        form.selectFirst("button"),
        Map.of(),
        Map.of(
            "file",
            new Browser.Upload("a.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8))));

    assertThat(sent.get())
        .contains(
            "Content-Disposition: form-data; name=\"_csrf\"\r\n\r\nt1\r\n",
            "name=\"file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\ncontent\r\n");
  }

  @Test
  void shouldKeepCookies() {
    browser.open("/plain");

    assertThat(browser.open("/cookie").text()).isEqualTo("seen=1");
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      sent.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
    var page =
        switch (exchange.getRequestURI().getPath()) {
          case "/plain" ->
              """
              <form method="post" action="/sent"><input type="hidden" name="_csrf" value="t1">
              <input type="radio" name="kind" value="A"><input type="radio" name="kind" value="B" checked>
              <textarea name="reason">old</textarea>
              <button name="_outcome" value="SIGN">Sign</button>
              <button name="_outcome" value="RETURN">Return</button></form>""";
          case "/upload" ->
              """
              <form method="post" enctype="multipart/form-data" action="/sent">
              <input type="hidden" name="_csrf" value="t1"><input type="file" name="file">
              <button>Send</button></form>""";
          case "/cookie" -> String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
          default -> "<p>done</p>";
        };
    exchange.getResponseHeaders().add("Set-Cookie", "seen=1; Path=/");
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    var bytes = page.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
