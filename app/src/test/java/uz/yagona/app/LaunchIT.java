package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.Browser;
import uz.yagona.samples.FiledRequest;
import uz.yagona.samples.Official;

/** Starting the product: fresh, again, and where something stands in the way. */
class LaunchIT {
  static final Map<String, String> APPEAL =
      Map.of(
          "subType", "ARIZA",
          "topic", "ROADS",
          "text", "Bunyodkor koʻchasida asfalt oʻpirilgan, taʼmirlab bering.",
          "answerChannel", "PORTAL");
  static final Map<String, String> APPROVAL =
      Map.of(
          "facts", "Joyiga chiqib oʻrganildi.",
          "norm", "OʻRQ-445, 16-modda",
          "decision", "Arizangiz qanoatlantirildi.");

  @Test
  void shouldKeepARequestOverARestartAndSignItThen(@TempDir Path directory) throws IOException {
    var data = directory.resolve("data");
    FiledRequest request;
    try (var first = Installation.start(data)) {
      assertAnnounced(first);
      request = file(first);
      official(first, "appeals1").review(request, "APPROVE", APPROVAL);
      new Applicant(citizen(first)).waitFor(request, "SIGNING");
    }
    assertThat(data.resolve("announcement.txt")).as("withdrawn at the stop").doesNotExist();

    try (var second = Installation.start(data)) {
      official(second, "appeals-head").sign(request);
      var pdf = new Applicant(citizen(second)).download(request);
      assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
      assertThat(file(second).number()).isGreaterThan(request.number());
    }
  }

  @Test
  void shouldRunOnAnOwnDatabase(@TempDir Path directory) {
    try (var database = EmbeddedDatabase.startTemporary();
        var installation = Installation.start(directory, Map.of("YAGONA_DB_URL", url(database)))) {
      assertThat(new Browser(installation.address()).get("/actuator/health").status())
          .isEqualTo(200);
      assertThat(file(installation).number()).matches("UZ-MRJ-\\d{4}-\\d{6}");
      assertMetrics(installation);
      assertThat(directory.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void shouldSayInOneLineThatThePortIsTaken(@TempDir Path directory) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = taken.getLocalPort();

      assertThat(refusal(directory, Map.of(), "--port", "" + port))
          .startsWith("Expected port " + port)
          .contains("--port N");
    }
    assertThat(directory.resolve("postgres")).as("nothing is left behind").doesNotExist();
  }

  @Test
  void shouldSayInOneLineThatTheDatabaseIsSomebodyElses(@TempDir Path directory) throws Exception {
    try (var database = EmbeddedDatabase.startTemporary()) {
      foreignTable(database);

      assertThat(refusal(directory, Map.of("YAGONA_DB_URL", url(database))))
          .contains("schema 'engine' holds other tables");
    }
  }

  @Test
  void shouldSayInOneLineThatTheDatabaseCannotBeReached(@TempDir Path directory) throws Exception {
    var nobody =
        "postgresql://yagona:secret@127.0.0.1:%d/yagona".formatted(Installation.freePort());

    assertThat(refusal(directory, Map.of("YAGONA_DB_URL", nobody)))
        .contains("Expected to reach PostgreSQL at YAGONA_DB_URL")
        .doesNotContain("secret");
  }

  @Test
  void shouldSayInOneLineThatTheDataDirectoryIsNone(@TempDir Path directory) throws Exception {
    var file = Files.writeString(directory.resolve("file"), "not a directory");

    assertThat(refusal(directory, Map.of("YAGONA_DATA", file.resolve("data").toString())))
        .contains("Expected to write to the data directory " + file);
  }

  /** What a start that fails says; it ends with 1 and one line. */
  private static String refusal(Path directory, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(options));
    if (options.length == 0) {
      arguments.addAll(List.of("--port", "" + Installation.freePort()));
    }
    arguments.addAll(List.of("--grpc-port", "" + Installation.freePort()));
    var process = Installation.process(directory, environment, arguments.toArray(String[]::new));
    var ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    var said = Files.readString(directory.resolve("yagona.log")).strip();
    assertThat(ended).as("ended: " + said).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(1);
    assertThat(said.lines()).as(said).hasSize(1);
    return said;
  }

  private static void assertAnnounced(Installation installation) throws IOException {
    var announcement = Files.readString(installation.data().resolve("announcement.txt"));
    assertThat(announcement)
        .startsWith("Yagona runs at " + installation.address())
        .contains("/v2 (REST)", "aziza", "appeals-head", "operator");
    var secrets = installation.data().resolve("secrets/installation.properties");
    assertThat(announcement).contains(secrets.toString());
    assertThat(Files.getPosixFilePermissions(secrets)).hasSize(2);
    var browser = new Browser(installation.address());
    assertThat(browser.get("/actuator/health").status()).isEqualTo(200);
    assertThat(browser.open("/services").select("a[href=/services/murojaat]")).isNotEmpty();
  }

  private static void assertMetrics(Installation installation) {
    var browser = new Browser(installation.address());
    assertThat(browser.get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(browser.get("/actuator/prometheus").status()).isEqualTo(401);
    assertThat(installation.metrics())
        .contains("yagona_engine_leads 1.0", "yagona_engine_commit_seconds_count")
        .containsPattern("yagona_engine_jobs_activated_total\\{type=\"request-register\"\\}");
  }

  static FiledRequest file(Installation installation) {
    return new Applicant(citizen(installation)).file("murojaat", APPEAL, Map.of());
  }

  private static Account citizen(Installation installation) {
    return Account.signIn(installation.address(), "aziza", "uz-Latn");
  }

  static Official official(Installation installation, String userName) {
    return new Official(Account.signIn(installation.address(), userName, "uz-Latn"));
  }

  static String url(EmbeddedDatabase database) {
    return database.jdbcUrl() + "?user=" + database.user();
  }

  private static void foreignTable(EmbeddedDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create schema engine create table locomotive (number int)");
    }
  }
}
