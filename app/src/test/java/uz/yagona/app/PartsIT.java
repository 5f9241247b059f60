package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.Browser;
import uz.yagona.samples.Official;

/** Workers and signing as processes of their own, from the jars that docs/how-to names. */
class PartsIT {
  private static final Path LIBRARIES = Path.of("target", "lib");

  @Test
  void shouldServeARequestWithWorkersAndSigningApart(@TempDir Path directory) throws Exception {
    var signing = "http://localhost:" + Installation.freePort();
    var without =
        Map.of(
            "YAGONA_PARTS_WORKERS", "false",
            "YAGONA_PARTS_SIGNING", "false",
            "YAGONA_SIGNING_URL", signing);
    try (var database = EmbeddedDatabase.startTemporary();
        var installation = Installation.start(directory.resolve("data"), without);
        var parts = new Parts(directory)) {
      parts.start("workers", installation, List.of());
      parts.start("signing-worker", installation, ownDatabase(database, signing, directory));
      awaitUp(signing);

      var citizen = new Applicant(account(installation, "aziza"));
      var request = citizen.file("murojaat", LaunchIT.APPEAL, Map.of());
      new Official(account(installation, "appeals1")).review(request, "APPROVE", LaunchIT.APPROVAL);
      citizen.waitFor(request, "SIGNING");
      new Official(account(installation, "appeals-head")).sign(request);

      assertThat(citizen.download(request)).startsWith('%', 'P', 'D', 'F', '-');
    }
  }

  private static Account account(Installation installation, String userName) {
    return Account.signIn(installation.address(), userName, "uz-Latn");
  }

  private static List<String> ownDatabase(
      EmbeddedDatabase database, String address, Path directory) {
    return List.of(
        "--spring.datasource.url=" + database.jdbcUrl(),
        "--spring.datasource.username=" + database.user(),
        "--yagona.data-directory=" + directory.resolve("signing"),
        "--yagona.signing.url=" + address,
        "--yagona.signing.pki.automatic-issue=true",
        "--server.port=" + address.substring(address.lastIndexOf(':') + 1));
  }

  private static void awaitUp(String signing) {
    Awaitility.await("signing at " + signing)
        .atMost(java.time.Duration.ofMinutes(4))
        .ignoreExceptions()
        .until(() -> new Browser(java.net.URI.create(signing)).get("/pki/ca.crt").status() < 500);
  }

  /** Processes that end with the test; what they say stands in a file beside their data. */
  private record Parts(Path directory, List<Process> processes) implements AutoCloseable {
    Parts(Path directory) {
      this(directory, new ArrayList<>());
    }

    void start(String module, Installation installation, List<String> more) throws IOException {
      var command = new ArrayList<>(List.of(java(), "-Xmx512m", "-jar", jar(module).toString()));
      command.add("--yagona.client.rest-address=" + installation.address());
      command.add("--yagona.client.username=internal");
      command.add(
          "--yagona.client.password=" + installation.secret("yagona.secrets.internal-client"));
      command.add("--yagona.base-url=" + installation.address());
      command.add("--yagona.portal.url=" + installation.address());
      command.add("--yagona.service-token=" + installation.secret("yagona.service-token"));
      command.addAll(more);
      processes.add(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve(module + ".log").toFile())
              .start());
    }

    private static String java() {
      return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar(String module) throws IOException {
      try (var files = Files.newDirectoryStream(LIBRARIES, module + "-*.jar")) {
        return files.iterator().next();
      }
    }

    @Override
    public void close() {
      processes.forEach(Process::destroy);
      processes.forEach(process -> process.onExit().join());
    }
  }
}
