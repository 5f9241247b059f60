package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.samples.Browser;

/** Two whole products on one database: one leads, the other waits and takes over. */
class StandbyIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String SECRETS = "secrets";

  @Test
  void shouldTakeOverWithEverythingWhenTheOtherProductIsKilled(@TempDir Path directory)
      throws IOException {
    try (var database = EmbeddedDatabase.startTemporary();
        var first = start(directory.resolve("first"), database)) {
      var second = directory.resolve("second");
      Files.createDirectories(second);
      Files.createSymbolicLink(second.resolve(SECRETS), first.data().resolve(SECRETS));
      try (var standby = start(second, database)) {
        assertThat(readiness(first)).isEqualTo(200);
        assertThat(readiness(standby)).as("waits for the lead").isEqualTo(503);
        var filed = LaunchIT.file(first);
        LaunchIT.official(first, "appeals1").review(filed, "APPROVE", LaunchIT.APPROVAL);

        first.kill(Installation.Kill.PRODUCT);
        var killedAt = System.nanoTime();
        Awaitility.await("the other product leads")
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(50))
            .until(() -> readiness(standby) == 200);
        System.out.printf(
            "{\"workload\": \"takeover\", \"seconds\": %.1f}%n",
            (System.nanoTime() - killedAt) / 1e9);

        LaunchIT.official(standby, "appeals-head").sign(filed);
        assertThat(LaunchIT.file(standby).number()).isGreaterThan(filed.number());
        assertThat(lines(standby, "Failed to activate jobs")).as("waits quietly").isZero();
      }
    }
  }

  private static Installation start(Path data, EmbeddedDatabase database) {
    return Installation.start(data, Map.of("YAGONA_DB_URL", LaunchIT.url(database)));
  }

  private static int readiness(Installation installation) {
    return new Browser(installation.address()).get("/actuator/health/readiness").status();
  }

  private static long lines(Installation installation, String text) {
    try (var lines = Files.lines(installation.data().resolve("yagona.log"))) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
