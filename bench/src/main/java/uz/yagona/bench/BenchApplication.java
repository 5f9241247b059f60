package uz.yagona.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * Runs one workload: {@code W1 --clients 8 --count 20000}. Prints one JSON line per result.
 *
 * <p>Options: {@code --rest} and {@code --grpc} addresses, {@code --user}, {@code --password},
 * {@code --jdbc} (for write-ahead log and size, with {@code --db-user}, {@code --db-password}),
 * {@code --engine-pid} and {@code --postgres-pid} (for processor time), * {@code --protocol
 * rest|grpc}, {@code --clients}, {@code --count}, {@code --warm-up}, {@code --window} (open
 * instances at most; equal to the clients means that each waits for its own), {@code --pack yes}
 * (measures the rows kept, packed).
 */
public final class BenchApplication {
  private static final Map<String, Workload> WORKLOADS = workloads();

  private static Map<String, Workload> workloads() {
    var one = new InstancesWorkload("W1", Models.serviceTasks("w1", 1), 1);
    var ten = new InstancesWorkload("W2", Models.serviceTasks("w2", 10), 10);
    var fork = new InstancesWorkload("W3", Models.fork("w3", 5), 5);
    return new TreeMap<>(
        Map.of(
            "W1",
            one,
            "W2",
            ten,
            "W3",
            fork,
            "W1-embedded",
            one.embedded(),
            "W2-embedded",
            ten.embedded(),
            "W3-embedded",
            fork.embedded(),
            "W4",
            new UserTasksWorkload(),
            "W5",
            new MessagesWorkload(),
            "W6",
            new TimersWorkload(),
            "W7",
            new WaitingWorkload()));
  }

  private BenchApplication() {}

  /** Exits with 2 on a wrong call and with 1 when work was lost. */
  public static void main(String[] arguments) throws Exception {
    var workload = arguments.length == 0 ? null : WORKLOADS.get(arguments[0]);
    if (workload == null) {
      System.err.printf("Expected one of %s first, e.g. W1 --clients 8%n", WORKLOADS.keySet());
      System.exit(2);
      return;
    }
    var options = Options.of(arguments);
    try (var target = Target.open(options)) {
      workload.run(target, options);
    }
    System.exit(0);
  }
}
