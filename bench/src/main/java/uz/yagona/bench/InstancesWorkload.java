package uz.yagona.bench;

import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
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
    this.processId = name.toLowerCase(java.util.Locale.ROOT);
    this.xml = xml;
    this.jobsPerInstance = jobsPerInstance;
  }

  @Override
  public void run(Target target, Options options) throws Exception {
    target.deploy(processId, xml);
    var count = options.number("count", DEFAULT_COUNT / jobsPerInstance);
    var round = new Round(target, options);
    var worker = round.openWorker();
    try {
      round.run(Measure.start(target, name), options.number("warm-up", count / 4));
      var clients = options.number("clients", 8);
      var measure = Measure.start(target, name).fact("clients", clients);
      measure.fact("protocol", options.text("protocol", "grpc")).fact("window", round.window);
      round.run(measure, count);
      measure.fact("conflicts", round.conflicts.get()).print(count);
    } finally {
      worker.close();
    }
  }

  /** One stretch of work; the worker stays open from one to the next. */
  private final class Round {
    private final Target target;
    private final int clients;
    private final int window;
    private final AtomicInteger conflicts = new AtomicInteger();
    private final Map<Long, Open> open = new ConcurrentHashMap<>();
    private volatile Measure measure;
    private volatile CountDownLatch left = new CountDownLatch(0);
    private final Semaphore places;

    Round(Target target, Options options) {
      this.target = target;
      this.clients = options.number("clients", 8);
      this.window = options.number("window", 400);
      this.places = new Semaphore(window);
      this.measure = Measure.start(target, name);
    }

    JobWorker openWorker() {
      return target
          .client()
          .newWorker()
          .jobType(processId)
          .handler(
              (client, job) ->
                  client
                      .newCompleteCommand(job)
                      .send()
                      .whenComplete(
                          (response, failure) -> {
                            if (failure == null) {
                              jobDone(job.getProcessInstanceKey());
                            } else {
                              conflicts.incrementAndGet();
                            }
                          }))
          .timeout(Duration.ofMinutes(5))
          .maxJobsActive(Math.max(64, window))
          .streamEnabled(true)
          .pollInterval(Duration.ofMillis(50))
          .open();
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
      var instance =
          target
              .client()
              .newCreateInstanceCommand()
              .bpmnProcessId(processId)
              .latestVersion()
              .variables(Map.of("customer", "Dilnoza", "amount", 120_000))
              .send()
              .join()
              .getProcessInstanceKey();
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
