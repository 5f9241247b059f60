package uz.yagona.bench;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Instances created by some clients and worked off by one job worker. An instance is over when the
 * completion of its last job is acknowledged; its latency counts from the call that created it.
 */
final class InstancesWorkload implements Workload {
  private static final int DEFAULT_COUNT = 20_000;
  private final String name;
  private final String processId;
  private final String xml;
  private final int jobsPerInstance;

  InstancesWorkload(String name, String xml, int jobsPerInstance) {
    this.name = name;
    this.processId = name.toLowerCase(Locale.ROOT);
    this.xml = xml;
    this.jobsPerInstance = jobsPerInstance;
  }

  @Override
  public void run(Target target, Options options) throws Exception {
    run(target, options, options.text("label", name));
  }

  /** The same with the engine in this process. */
  Workload embedded() {
    return (target, options) -> {
      try (var access = EmbeddedAccess.start()) {
        run(access, options, name + "-embedded");
      }
    };
  }

  private void run(Access access, Options options, String label) throws Exception {
    access.deploy(processId, xml);
    var clients = options.number("clients", 8);
    var count = options.number("count", DEFAULT_COUNT / jobsPerInstance);
    var probe = access.probe();
    var round = new Round(access, clients, options.number("window", 400));
    var worker = round.openWorker();
    try {
      round.run(Measure.start(probe, label), options.number("warm-up", count / 2));
      if (options.has("pack")) {
        probe.pack();
      } else {
        probe.vacuum();
      }
      var measure = Measure.start(probe, label).fact("clients", clients);
      measure.fact("protocol", options.text("protocol", "grpc")).fact("window", round.window);
      round.run(measure, count);
      measure.fact("conflicts", round.conflicts.get()).stop(count);
      if (options.has("pack")) {
        probe.pack();
        measure.packed(count);
      }
      measure.print();
    } finally {
      worker.close();
    }
  }

  /** Stretches of work; the worker stays open from one to the next. */
  private final class Round {
    private final Access access;
    private final int clients;
    private final int window;
    private final AtomicInteger conflicts = new AtomicInteger();
    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private volatile Measure measure;
    private volatile CountDownLatch left = new CountDownLatch(0);
    private final Semaphore places;

    Round(Access access, int clients, int window) {
      this.access = access;
      this.clients = clients;
      this.window = window;
      this.places = new Semaphore(window);
      this.measure = Measure.start(access.probe(), name);
    }

    Access.Worker openWorker() {
      return access.work(
          processId, Math.max(64, window), this::jobDone, conflicts::incrementAndGet);
    }

    private void jobDone(long instance) {
      var entry = open.computeIfAbsent(instance, key -> new Open());
      if (entry.jobs.incrementAndGet() == jobsPerInstance) {
        entry.done.complete(System.nanoTime());
      }
    }

    void run(Measure stretch, int count) throws InterruptedException {
      measure = stretch;
      left = new CountDownLatch(count);
      var next = new AtomicInteger();
      var threads = Executors.newFixedThreadPool(clients);
      for (var i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              while (next.getAndIncrement() < count) {
                create();
              }
            });
      }
      threads.shutdown();
      if (!left.await(10, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            "Expected all instances to end, but %d are left".formatted(left.getCount()));
      }
    }

    private void create() {
      places.acquireUninterruptibly();
      var startedAt = System.nanoTime();
      long instance =
          access.create(processId, Map.of("customer", "Dilnoza", "amount", 120_000)).join();
      var entry = open.computeIfAbsent(instance, key -> new Open());
      var finished = entry.done.thenAccept(endedAt -> finish(instance, endedAt - startedAt));
      if (window <= clients) {
        finished.join();
      }
    }

    private void finish(long instance, long nanos) {
      measure.latency(nanos);
      open.remove(instance);
      places.release();
      left.countDown();
    }
  }

  /** What is known of an instance before it is over. */
  private record Open(AtomicInteger jobs, CompletableFuture<Long> done) {
    Open() {
      this(new AtomicInteger(), new CompletableFuture<>());
    }
  }
}
