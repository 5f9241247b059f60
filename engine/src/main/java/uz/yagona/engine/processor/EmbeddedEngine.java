package uz.yagona.engine.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.api.JobReceiver;
import uz.yagona.engine.api.JobStream;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.api.Topology;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.handler.PreparedDeployment;
import uz.yagona.engine.job.PollTaker;
import uz.yagona.engine.job.StreamTaker;

/** The engine as its callers see it: puts work into the inbox of the writer. */
public final class EmbeddedEngine implements Engine, AutoCloseable {
  private static final String VERSION = "8.9.0";

  /** Deployments that wait to be parsed. */
  private static final int WAITING_DEPLOYMENTS = 50;

  private final EngineProperties properties;
  private final EngineClock clock;
  private final Definitions.Parsers parsers;
  private final Inbox inbox;
  private final Writer writer;
  private final Retention retention;
  private final Thread thread;
  private final ExecutorService callers = Executors.newFixedThreadPool(2, named("engine-answers"));
  private final ExecutorService deployments =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_DEPLOYMENTS),
          named("engine-deployment"));
  private final Set<StreamTaker> streams = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Instant activeSince;

  public EmbeddedEngine(
      DataSource dataSource,
      EngineProperties properties,
      EngineClock clock,
      Feel feel,
      Definitions.Parsers parsers,
      MeterRegistry registry) {
    this.properties = properties;
    this.clock = clock;
    this.parsers = parsers;
    inbox = new Inbox(properties.queueCapacity(), properties.queueVolume().toBytes());
    var meters = new Meters(registry);
    var parts = new Session.Parts(properties, clock, feel, parsers, callers, meters);
    writer = new Writer(dataSource, parts, inbox, this::opened);
    meters.watch(inbox, writer);
    retention =
        new Retention(
            dataSource, clock, properties.historyRetention(), () -> writer.active() != null);
    thread = new Thread(writer, "engine-writer");
    thread.setDaemon(true);
  }

  private static java.util.concurrent.ThreadFactory named(String name) {
    return task -> {
      var created = new Thread(task, name);
      created.setDaemon(true);
      return created;
    };
  }

  /** Begins to lead, or to wait for the lead. */
  public void start() {
    thread.start();
    retention.start(properties.cleanupInterval());
  }

  private void opened(Session session) {
    activeSince = Instant.now();
    streams.forEach(session.desk::add);
  }

  private static RejectedException unavailable() {
    return new RejectedException(
        RejectionType.UNAVAILABLE, "Expected this node to be active, but it is not");
  }

  // commands --------------------------------------------------------------------------------------

  @Override
  @SuppressWarnings("unchecked")
  public <R> CompletableFuture<R> submit(Command<R> command) {
    if (command instanceof DeployResources deployment) {
      return (CompletableFuture<R>) deploy(deployment);
    }
    return (CompletableFuture<R>) enqueue(command, command.volume());
  }

  private CompletableFuture<Object> deploy(DeployResources command) {
    try {
      return CompletableFuture.supplyAsync(
              () -> PreparedDeployment.of(command, parsers), deployments)
          .handle(EmbeddedEngine::bare)
          .thenCompose(prepared -> enqueue(prepared, command.volume()));
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(
          new RejectedException(
              RejectionType.RESOURCE_EXHAUSTED,
              "Expected fewer than %d deployments to wait, but they do"
                  .formatted(WAITING_DEPLOYMENTS)));
    }
  }

  /** Callers see the cause, not what the future wraps around it. */
  private static <T> T bare(@Nullable T value, @Nullable Throwable failure) {
    if (failure instanceof java.util.concurrent.CompletionException wrapped
        && wrapped.getCause() instanceof RejectedException rejection) {
      throw rejection;
    }
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (value == null) {
      throw new IllegalStateException("Expected a value", failure);
    }
    return value;
  }

  private CompletableFuture<Object> enqueue(Object command, long volume) {
    var future = new CompletableFuture<Object>();
    if (writer.active() == null) {
      future.completeExceptionally(unavailable());
    } else if (!inbox.offer(new Work.Request(command, future, volume))) {
      future.completeExceptionally(
          new RejectedException(
              RejectionType.RESOURCE_EXHAUSTED,
              "Expected fewer than %d commands to wait, with variables of at most %s together, but the queue is full"
                  .formatted(properties.queueCapacity(), properties.queueVolume())));
    } else {
      refuseLeftOver();
    }
    return future;
  }

  /** The writer may have ended between the check and the offer. */
  private void refuseLeftOver() {
    if (!thread.isAlive()) {
      for (var next = inbox.poll(); next != null; next = inbox.poll()) {
        next.refuse(unavailable());
      }
    }
  }

  private <T> CompletableFuture<T> task(CompletableFuture<T> future, Work.Action action) {
    if (writer.active() == null) {
      future.completeExceptionally(unavailable());
    } else {
      inbox.add(new Work.Task(action, future));
      refuseLeftOver();
    }
    return future;
  }

  /** Something nobody waits for; without effect while this node does not lead. */
  private void task(Work.Action action) {
    var unused = task(new CompletableFuture<Done>(), action);
  }

  // jobs ------------------------------------------------------------------------------------------

  @Override
  public CompletableFuture<List<ActivatedJob>> activateJobs(ActivateJobs request, Duration wait) {
    if (request.type().isBlank() || request.maxJobs() < 1 || !isPositive(request.timeout())) {
      return CompletableFuture.failedFuture(
          RejectedException.invalidArgument(
              "Expected a job type, a positive timeout and a positive number of jobs, but got type '%s', timeout %s, number %d",
              request.type(), request.timeout(), request.maxJobs()));
    }
    var future = new CompletableFuture<List<ActivatedJob>>();
    var deadline = System.nanoTime() + Math.max(0, wait.toNanos());
    return task(
        future,
        session ->
            session.desk.add(new PollTaker(request, future, deadline, callers, this::giveBack)));
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  @Override
  public void giveBack(Collection<Long> jobKeys) {
    var keys = List.copyOf(jobKeys);
    task(session -> session.desk.giveBack(keys));
  }

  @Override
  public JobStream openJobStream(ActivateJobs request, JobReceiver receiver) {
    var stream = new StreamTaker(request, receiver);
    streams.add(stream);
    task(session -> session.desk.add(stream));
    return new JobStream() {
      @Override
      public void ready() {
        stream.ready();
        task(session -> {});
      }

      @Override
      public void close() {
        stream.close();
        streams.remove(stream);
      }
    };
  }

  // clock and node --------------------------------------------------------------------------------

  @Override
  public EngineClock clock() {
    return clock;
  }

  @Override
  public CompletableFuture<Done> pinClock(Instant instant) {
    return moveClock(instant);
  }

  @Override
  public CompletableFuture<Done> resetClock() {
    return moveClock(null);
  }

  private CompletableFuture<Done> moveClock(@Nullable Instant instant) {
    var future = new CompletableFuture<Done>();
    return task(
        future,
        session -> {
          session.pin(instant);
          session.runDue();
          session.tell(List.of(() -> future.complete(Done.INSTANCE)));
        });
  }

  @Override
  public long newKey() {
    var session = writer.active();
    if (session == null) {
      throw unavailable();
    }
    return session.store.newKey();
  }

  @Override
  public Topology topology() {
    var session = writer.active();
    return session == null
        ? new Topology(properties.nodeName(), false, 0, null, VERSION)
        : new Topology(
            properties.nodeName(), true, session.lead.epoch.number(), activeSince, VERSION);
  }

  @Override
  public CompletableFuture<Done> purge() {
    var future = new CompletableFuture<Done>();
    return task(
        future,
        session -> {
          Purge.run(session);
          session.tell(List.of(() -> future.complete(Done.INSTANCE)));
        });
  }

  /** Commands that wait. */
  public int queueLength() {
    return inbox.size();
  }

  @Override
  public void close() {
    retention.close();
    writer.stop();
    try {
      task(session -> {});
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    callers.shutdown();
    deployments.shutdown();
  }
}
