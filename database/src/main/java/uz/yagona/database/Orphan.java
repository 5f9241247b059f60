package uz.yagona.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A database server that outlived the process which started it (kill -9). */
final class Orphan {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Orphan() {}

  /** Asks a server still running on {@code directory} for a fast shutdown and waits for its end. */
  static void stop(Path directory) {
    var lock = directory.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    try {
      var pid = Long.parseLong(Files.readAllLines(lock).get(0).strip());
      var orphan = ProcessHandle.of(pid).filter(process -> runsPostgres(process));
      if (orphan.isPresent()) {
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start().waitFor();
        orphan.get().onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "Expected the database server left running on %s to stop within %s, but it did not."
              .formatted(directory, LIMIT),
          e);
    }
  }

  private static boolean runsPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(true);
  }
}
