package uz.yagona.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A measured stretch of equal operations, printed as one JSON line: rate, latency, processor time
 * of this process and of the PostgreSQL that it started, and the share of the machine that others
 * took.
 */
public final class Stretch {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MILLIS_PER_TICK = 10;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Map<String, Object> facts = new LinkedHashMap<>();

  private Stretch(String work) {
    facts.put("work", work);
  }

  public static Stretch of(String work) {
    return new Stretch(work);
  }

  /** Says under which condition is measured. */
  public Stretch with(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  /** Works {@code count} times with so many threads. */
  public void measure(int threads, int count, IntConsumer work) {
    facts.put("threads", threads);
    var before = Clocks.read();
    var nanos = run(threads, count, work);
    print(count, before, nanos);
  }

  /** Works once on {@code operations} things. */
  public void measureOnce(long operations, Runnable work) {
    var before = Clocks.read();
    work.run();
    print(operations, before, new long[0]);
  }

  /** Works without measuring. */
  public static void warmUp(int threads, int count, IntConsumer work) {
    run(threads, count, work);
  }

  private static long[] run(int threads, int count, IntConsumer work) {
    var nanos = new long[count];
    var next = new AtomicInteger();
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var running =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(thread -> pool.submit(() -> loop(next, nanos, work)))
              .toList();
      for (var one : running) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("Expected the work to be done, but it failed", e);
    } finally {
      pool.shutdownNow();
    }
    return nanos;
  }

  private static void loop(AtomicInteger next, long[] nanos, IntConsumer work) {
    for (var i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
      var begin = System.nanoTime();
      work.accept(i);
      nanos[i] = System.nanoTime() - begin;
    }
  }

  private void print(long operations, Clocks before, long[] nanos) {
    var after = Clocks.read();
    var millis = after.wall() - before.wall();
    facts.put("operations", operations);
    facts.put("per_second", rounded(operations * 1000 / millis));
    if (nanos.length > 0) {
      Arrays.sort(nanos);
      facts.put("p50_ms", rounded(nanos[nanos.length / 2] / NANOS_PER_MILLI));
      facts.put("p99_ms", rounded(nanos[(int) (nanos.length * 0.99)] / NANOS_PER_MILLI));
    }
    var own = after.own() - before.own();
    var children = after.children() - before.children();
    facts.put("cpu_ms", rounded((own + children) / operations));
    facts.put("cpu_ms_jvm", rounded(own / operations));
    facts.put("cpu_ms_postgres", rounded(children / operations));
    var others = after.machine() - before.machine() - own - children;
    facts.put(
        "others_share_of_machine",
        rounded(Math.max(0, others) / (millis * SYSTEM.getAvailableProcessors())));
    var line = new StringBuilder();
    facts.forEach(
        (name, value) ->
            line.append(line.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(value instanceof Number ? value : "\"" + value + "\""));
    System.out.println(line.append('}'));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  /** Milliseconds: of the wall clock, of this process, of its children, of the whole machine. */
  private record Clocks(double wall, double own, double children, double machine) {
    static Clocks read() {
      var children =
          ProcessHandle.allProcesses()
              .map(ProcessHandle::info)
              .filter(Clocks::isOurPostgres)
              .flatMap(info -> info.totalCpuDuration().stream())
              .mapToLong(Duration::toMillis)
              .sum();
      return new Clocks(
          System.nanoTime() / NANOS_PER_MILLI,
          SYSTEM.getProcessCpuTime() / NANOS_PER_MILLI,
          children,
          busyMachine());
    }

    /** The server leaves its parent, so it is told by its name and by having started later. */
    private static boolean isOurPostgres(ProcessHandle.Info info) {
      var own = ProcessHandle.current().info().startInstant();
      var start = info.startInstant();
      return info.command().filter(path -> path.endsWith("/postgres")).isPresent()
          && own.isPresent()
          && start.isPresent()
          && start.get().isAfter(own.get());
    }

    private static double busyMachine() {
      try (var lines = Files.lines(Path.of("/proc/stat"))) {
        var fields = lines.findFirst().orElse("").trim().split("\\s+", -1);
        return Stream.of(1, 2, 3, 6, 7)
                .filter(index -> index < fields.length)
                .mapToLong(index -> Long.parseLong(fields[index]))
                .sum()
            * MILLIS_PER_TICK;
      } catch (IOException e) {
        return 0;
      }
    }
  }
}
