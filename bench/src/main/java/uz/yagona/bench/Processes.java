package uz.yagona.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Processor time of processes, read from {@code /proc}; 0 where that is not there. */
final class Processes {
  private static final Path PROC = Path.of("/proc");
  private static final double MILLIS_PER_TICK = 10;

  private Processes() {}

  /** What is known of a process; times in milliseconds, those of ended children aside. */
  private record Usage(long parent, double own, double endedChildren) {}

  /** Of one process; of this one for {@code self}. */
  static double millis(String pid) {
    var usage = usage(PROC.resolve(pid));
    return usage == null ? 0 : usage.own();
  }

  /** Of a process and all its children, also those that have ended. */
  static double millisWithChildren(long pid) {
    var root = usage(PROC.resolve(String.valueOf(pid)));
    if (root == null) {
      return 0;
    }
    var sum = root.own() + root.endedChildren();
    try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (var entry : entries) {
        var usage = usage(entry);
        if (usage != null && usage.parent() == pid) {
          sum += usage.own();
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return sum;
  }

  private static @Nullable Usage usage(Path process) {
    try {
      var text = Files.readString(process.resolve("stat"));
      var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return new Usage(
          Long.parseLong(fields[1]), ticks(fields[11], fields[12]), ticks(fields[13], fields[14]));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException ended) {
      return null;
    }
  }

  private static double ticks(String user, String system) {
    return (Long.parseLong(user) + Long.parseLong(system)) * MILLIS_PER_TICK;
  }

  /** Of the whole machine, all its cores. */
  static double machineMillis() {
    var fields = first(PROC.resolve("stat")).trim().split("\\s+");
    var busy = 0L;
    for (var index : List.of(1, 2, 3, 6, 7)) {
      busy += index < fields.length ? Long.parseLong(fields[index]) : 0;
    }
    return busy * MILLIS_PER_TICK;
  }

  /** Resident memory of a process in MiB. */
  static long residentMebibytes(String pid) {
    try (var lines = Files.lines(PROC.resolve(pid).resolve("status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String first(Path file) {
    try {
      return Files.readAllLines(file).get(0);
    } catch (IOException e) {
      return "";
    }
  }
}
