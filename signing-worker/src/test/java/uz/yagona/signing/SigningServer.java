package uz.yagona.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobTask;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.signing.render.TestDocuments;

/** The module as it runs alone, for tests: own database, own data directory, free port. */
public final class SigningServer implements AutoCloseable {
  private static final AtomicLong KEYS = new AtomicLong(1000);
  private static SigningServer shared;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
  private final StubPlatform platform = new StubPlatform();
  private final Path data;
  private final String[] properties;
  private @Nullable ConfigurableApplicationContext context;

  private SigningServer(String... properties) {
    try {
      data = Files.createTempDirectory("yagona-signing");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.properties = properties;
    platform.employ("head", "Aziza Karimova", "Kadastr agentligi boshligʻi");
    platform.spell("head", Language.UZ_CYRL, "Азиза Каримова", "Кадастр агентлиги бошлиғи");
    platform.employ("nilufar", "Nilufar Yoʻldosheva", "yetakchi mutaxassis");
  }

  /** One server for all tests of the run. */
  public static synchronized SigningServer shared() {
    if (shared == null) {
      shared = start();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  public static SigningServer start(String... properties) {
    var server = stopped(properties);
    server.begin();
    return server;
  }

  /** One that is started by {@link #begin}; database and directory are there. */
  public static SigningServer stopped(String... properties) {
    return new SigningServer(properties);
  }

  /** Starts; a start that fails may be tried again. */
  public void begin() {
    context = SigningApplication.application().run(arguments(platform).toArray(new String[0]));
  }

  /** The same installation in a process of its own, whose jobs come from {@code engine}. */
  Process anotherProcess(StubPlatform engine) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SigningApplication.class.getName()));
    command.addAll(arguments(engine));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(data.resolve("worker.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> arguments(StubPlatform engine) {
    List<String> arguments = new ArrayList<>(List.of(properties));
    arguments.add("--server.port=0");
    arguments.add("--yagona.signing.pki.automatic-issue=true");
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--logging.level.root=warn");
    arguments.add("--logging.level.uz.yagona=info");
    arguments.add("--spring.datasource.url=" + database.jdbcUrl());
    arguments.add("--spring.datasource.username=" + database.user());
    arguments.add("--yagona.service-token=" + StubPlatform.TOKEN);
    arguments.add("--yagona.data-directory=" + data);
    arguments.add("--yagona.base-url=https://yagona.example.uz");
    arguments.add("--yagona.portal.url=" + platform.address());
    arguments.add("--yagona.client.rest-address=" + engine.address());
    return arguments;
  }

  /** Stops and starts on the same database and files. */
  public void restart() {
    running().close();
    begin();
  }

  private ConfigurableApplicationContext running() {
    return Objects.requireNonNull(context, "Expected a started server");
  }

  public <T> T bean(Class<T> type) {
    return running().getBean(type);
  }

  StubPlatform platform() {
    return platform;
  }

  public Path dataDirectory() {
    return data;
  }

  public URI address(String path) {
    var port = running().getEnvironment().getProperty("local.server.port");
    return URI.create("http://localhost:" + port + path);
  }

  public void awaitReady() {
    bean(SelfTestResult.class).requirePassed(Duration.ofSeconds(60));
  }

  public Map<String, Object> handle(String type, JobContext job) {
    var task =
        running().getBeansOfType(JobTask.class).values().stream()
            .filter(any -> any.type().equals(type))
            .findFirst()
            .orElseThrow();
    return task.handle(job);
  }

  /** A decided request whose draft is rendered and whose signing task {@code head} completed. */
  public Draft draft(String language) {
    return draft(language, UUID.randomUUID().toString());
  }

  public Draft draft(String language, String requestId) {
    return draft(language, requestId, Map.of());
  }

  /** As the other one, with further variables of the pdf-render job. */
  public Draft draft(String language, String requestId, Map<String, Object> further) {
    platform.decide(requestId, TestDocuments.appeal(language));
    var variables = new HashMap<>(further);
    variables.put("requestId", requestId);
    var job = job(Map.of("template", "D-28"), variables);
    var output = handle("pdf-render", job);
    var draft =
        new Draft(
            requestId,
            UUID.fromString(String.valueOf(output.get("documentId"))),
            String.valueOf(output.get("documentNumber")),
            String.valueOf(output.get("documentDigest")));
    return draft;
  }

  /** What pdf-render gave. */
  public record Draft(String requestId, UUID documentId, String number, String digest) {
    Map<String, Object> variables() {
      Map<String, Object> variables = new HashMap<>();
      variables.put("requestId", requestId);
      variables.put("documentId", documentId.toString());
      variables.put("documentDigest", digest);
      variables.put("signer", "head");
      variables.put("signedDigest", digest);
      variables.put("reviewer", "nilufar");
      return variables;
    }
  }

  public JobContext job(Map<String, String> headers, Map<String, Object> variables) {
    var key = KEYS.incrementAndGet();
    return new JobContext(key, key + 1_000_000, key, "element", 3, headers, variables);
  }

  /** A pdf-sign job of an instance in which {@code head} completed the signing task. */
  JobContext signJob(Draft draft, String level) {
    var job = job(Map.of("level", level), draft.variables());
    platform.complete(job.processInstanceKey(), "head");
    return job;
  }

  /** The signed file of a fresh document. */
  public byte[] signed(String level) {
    return sign(draft("uz-Latn"), level);
  }

  /** Signs as {@code head}; gives the signed file. */
  public byte[] sign(Draft draft, String level) {
    handle("pdf-sign", signJob(draft, level));
    return content(draft, "signed");
  }

  public byte[] content(Draft draft, String version) {
    return get("/signing/documents/" + draft.documentId() + "/content?version=" + version).body();
  }

  public HttpResponse<byte[]> get(String path) {
    return send(authorized(path).GET().build());
  }

  public JsonNode json(String path) {
    return JsonMapper.shared().readTree(get(path).body());
  }

  public JsonNode verify(byte[] file) {
    var request =
        authorized("/signing/verifications")
            .header("Content-Type", "application/pdf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    var response = send(request);
    if (response.statusCode() != 200) {
      throw new AssertionError("Expected 200, but got " + response.statusCode());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  public HttpResponse<byte[]> post(String path, String contentType, byte[] body) {
    return send(
        authorized(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  HttpResponse<byte[]> eraseFiles(String requestId) {
    return send(authorized("/signing/requests/%s/files".formatted(requestId)).DELETE().build());
  }

  HttpRequest.Builder authorized(String path) {
    return HttpRequest.newBuilder(address(path))
        .header("Authorization", "Bearer " + StubPlatform.TOKEN);
  }

  static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
    platform.close();
    database.close();
  }
}
