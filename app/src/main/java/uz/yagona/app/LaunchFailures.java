package uz.yagona.app;

import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;

/** Turns a failed start into one line where the cause is the installation's and not a bug. */
final class LaunchFailures {
  private LaunchFailures() {}

  /** The line for the terminal, or the failure itself when it is none of the known ones. */
  static RuntimeException explain(RuntimeException failure) {
    var busy = cause(failure, PortInUseException.class);
    if (busy.isPresent()) {
      return new LaunchException(
          "Expected port %d to be free, but it is in use. Choose another with --port N."
              .formatted(busy.get().getPort()));
    }
    var migration = cause(failure, FlywayException.class);
    if (migration.isPresent()) {
      return new LaunchException(
          "Expected a database of this or an older version of Yagona, but %s"
              .formatted(oneLine(migration.get())));
    }
    var full = message(failure, "No space left on device");
    return full.isPresent()
        ? new LaunchException("Expected room on the disk, but %s.".formatted(full.get()))
        : failure;
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> message(Throwable failure, String part) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at.getMessage() != null && at.getMessage().contains(part)) {
        return Optional.of(oneLine(at));
      }
    }
    return Optional.empty();
  }

  private static String oneLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
