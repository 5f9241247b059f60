package uz.yagona.portal.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import uz.yagona.proof.TestAuthority;

/** The signing worker's API with scripted answers by method and path. */
public final class FakeSigning implements AutoCloseable {
  private record Answer(int status, String type, byte[] body) {}

  private final HttpServer server;
  private final TestAuthority authority = new TestAuthority();
  private volatile boolean isWithoutTimestamps;
  private volatile boolean isWithoutSeal;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  public FakeSigning() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.createContext("/pki/tsa", this::timestamp);
    server.createContext("/signing/seals", this::seal);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** What {@code GET /signing/…} or {@code POST /signing/…} answers; {@code query} included. */
  public void json(String call, String body) {
    answers.put(call, new Answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  public void pdf(String call, byte[] body) {
    answers.put(call, new Answer(200, "application/pdf", body));
  }

  public void fail(String call, int status) {
    answers.put(
        call,
        new Answer(status, "application/problem+json", "{}".getBytes(StandardCharsets.UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    var found = answers.get(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    var answer =
        found == null
            ? new Answer(404, "application/problem+json", "{}".getBytes(StandardCharsets.UTF_8))
            : found;
    exchange.getResponseHeaders().add("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  /** Whether the timestamp authority is out of order. */
  public void withoutTimestamps(boolean isWithout) {
    isWithoutTimestamps = isWithout;
  }

  /** Whether the installation has no certificate for its seal. */
  public void withoutSeal(boolean isWithout) {
    isWithoutSeal = isWithout;
  }

  /** Seals are real ones, of an authority of the tests. */
  private void seal(HttpExchange exchange) throws IOException {
    if (isWithoutSeal) {
      exchange.sendResponseHeaders(409, -1);
      exchange.close();
      return;
    }
    var body = authority.sign(exchange.getRequestBody().readAllBytes(), Instant.now());
    exchange.getResponseHeaders().add("Content-Type", "application/pkcs7-signature");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Timestamps are real ones. */
  private void timestamp(HttpExchange exchange) throws IOException {
    if (isWithoutTimestamps) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    var body = authority.answer(exchange.getRequestBody().readAllBytes(), Instant.now());
    exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
