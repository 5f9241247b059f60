package uz.yagona.signing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command line tool of strangers that judges what we make. */
public final class Tool {
  private Tool() {}

  /** Exit code and everything printed. */
  public record Output(int code, String text) {}

  /** Runs the tool; the test is skipped, saying so, when it is not installed. */
  public static Output run(Path directory, String name, String... arguments) {
    assumeThat(isInstalled(name))
        .as("%s is not installed; ./yagona test installs it".formatted(name))
        .isTrue();
    var command = Stream.concat(Stream.of(name), Stream.of(arguments)).toList();
    return execute(directory, command);
  }

  private static boolean isInstalled(String name) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
  }

  private static Output execute(Path directory, List<String> command) {
    try {
      var process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
