package uz.yagona.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole product in its own process, as the start command runs it; can be killed. */
final class Installation implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(240);
  private static final int PORT_ATTEMPTS = 5;

  /** The product as it is packed, in the place of the test's class path. */
  private static final String JAR = System.getProperty("yagona.test.jar", "");

  private final Path data;
  private final int port;
  private final int grpcPort;
  private final Process process;

  private Installation(Path data, int port, int grpcPort, Process process) {
    this.data = data;
    this.port = port;
    this.grpcPort = grpcPort;
    this.process = process;
  }

  static Installation start(Path data) {
    return start(data, Map.of());
  }

  /** Takes other ports when somebody else was faster. */
  static Installation start(Path data, Map<String, String> environment) {
    for (var attempt = 1; ; attempt++) {
      try {
        return startOnce(data, environment);
      } catch (IllegalStateException e) {
        if (attempt == PORT_ATTEMPTS || !String.valueOf(e.getMessage()).contains("in use")) {
          throw e;
        }
      }
    }
  }

  private static Installation startOnce(Path data, Map<String, String> environment) {
    var port = freePort();
    var grpcPort = freePort();
    try {
      Files.createDirectories(data);
      Files.deleteIfExists(data.resolve("announcement.txt"));
      var process = process(data, environment, "--port", "" + port, "--grpc-port", "" + grpcPort);
      var installation = new Installation(data, port, grpcPort, process);
      try {
        installation.awaitAnnouncement();
        return installation;
      } catch (RuntimeException e) {
        installation.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process of the product with its output in {@code data/yagona.log}. */
  static Process process(Path data, Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(isPacked() ? List.of("-jar", JAR) : unpacked());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("YAGONA_DATA", data.toString());
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("yagona.log").toFile())
        .start();
  }

  /** Whether the jar is run; then the JVM can keep an archive of its classes. */
  static boolean isPacked() {
    return !JAR.isEmpty();
  }

  private static List<String> unpacked() {
    return List.of("-cp", System.getProperty("java.class.path"), YagonaApplication.class.getName());
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnnouncement() {
    Awaitility.await("the announcement in " + data)
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException(
                    "The product ended: " + Files.readString(data.resolve("yagona.log")));
              }
              return Files.exists(data.resolve("announcement.txt"));
            });
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  Path data() {
    return data;
  }

  /** The official client with the API credentials that the first start made. */
  CamundaClient client() {
    return client(address(), grpcPort, data);
  }

  /** The same for a product that somebody else started, with its files in {@code data}. */
  static CamundaClient client(URI address, int grpcPort, Path data) {
    return CamundaClient.newClientBuilder()
        .restAddress(address)
        .grpcAddress(URI.create("http://localhost:" + grpcPort))
        .preferRestOverGrpc(true)
        .defaultRequestTimeout(Duration.ofMinutes(1))
        .credentialsProvider(
            new BasicAuthCredentialsProviderBuilder()
                .username("api")
                .password(secret(data, "yagona.secrets.api-client"))
                .build())
        .build();
  }

  /** What the first start made: token and passwords. */
  String secret(String name) {
    return secret(data, name);
  }

  private static String secret(Path data, String name) {
    var secrets = new Properties();
    try (var in = Files.newInputStream(data.resolve("secrets/installation.properties"))) {
      secrets.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return secrets.getProperty(name);
  }

  /** The page that a monitoring system reads. */
  String metrics() {
    var name = "metrics:" + secret("yagona.secrets.metrics");
    var request =
        HttpRequest.newBuilder(address().resolve("/actuator/prometheus"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What a power cut, an operator or the kernel's memory killer ends. */
  enum Kill {
    BOTH,
    PRODUCT,
    DATABASE_FIRST
  }

  /** SIGKILL for the product and its database server. */
  void kill() {
    kill(Kill.BOTH);
  }

  /** SIGKILL; a database that outlives the product is stopped by the next start. */
  void kill(Kill kill) {
    try {
      var database = kill == Kill.PRODUCT ? Optional.<ProcessHandle>empty() : server();
      if (kill == Kill.DATABASE_FIRST) {
        database.ifPresent(ProcessHandle::destroyForcibly);
      }
      process.destroyForcibly();
      if (kill == Kill.BOTH) {
        database.ifPresent(ProcessHandle::destroyForcibly);
      }
      process.waitFor();
      database.ifPresent(handle -> handle.onExit().join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ProcessHandle> server() {
    return ProcessHandle.of(Long.parseLong(postmaster().get(0).strip()));
  }

  private List<String> postmaster() {
    try {
      return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The product's own database, beside the product. */
  JdbcClient database() {
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://localhost:%s/postgres".formatted(postmaster().get(3).strip()));
    source.setUser("postgres");
    source.setPassword(secret("yagona.secrets.database"));
    return JdbcClient.create(source);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
