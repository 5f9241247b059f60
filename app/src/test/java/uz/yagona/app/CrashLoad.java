package uz.yagona.app;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.MessageSubscription;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Mixed load that writes down every command that was acknowledged. */
final class CrashLoad {
  static final String PROCESS = "crash";
  private static final String MESSAGE = "crash-message";
  private static final int THREADS = 4;

  /** Longer than the longest run: a message that expires would look like one that is lost. */
  private static final Duration TIME_TO_LIVE = Duration.ofDays(1);

  private static final int STARTS = 5;

  /** As many as the started instances have, so that little is left over. */
  private static final int JOBS = 5 * STARTS;

  /** Instance by its id, for each acknowledged start. */
  private final Map<String, Long> started = new ConcurrentHashMap<>();

  /** Element instance keys whose job completion was acknowledged. */
  private final Set<Long> completedJobs = ConcurrentHashMap.newKeySet();

  /** Ids whose message was acknowledged. */
  private final Set<String> published = ConcurrentHashMap.newKeySet();

  /** User-task keys whose completion was acknowledged. */
  private final Set<Long> completedTasks = ConcurrentHashMap.newKeySet();

  /** Number of signals whose broadcast was acknowledged. */
  private final AtomicInteger broadcasts = new AtomicInteger();

  /** Keys of jobs that two workers had at the same time. */
  final Set<Long> doubledJobs = ConcurrentHashMap.newKeySet();

  /** Jobs that workers have in this life of the product. */
  private final Set<Long> held = ConcurrentHashMap.newKeySet();

  private volatile boolean running;

  /** Runs until {@code stop}; every thread ends at the first refused call. */
  ExecutorService run(CamundaClient client) {
    running = true;
    var threads = Executors.newFixedThreadPool(THREADS);
    for (var i = 0; i < THREADS; i++) {
      threads.submit(() -> untilRefused(client));
    }
    return threads;
  }

  /** What was acknowledged until now. */
  CrashRecord record() {
    return new CrashRecord(
        Set.copyOf(started.values()),
        Set.copyOf(completedJobs),
        Set.copyOf(completedTasks),
        Set.copyOf(published));
  }

  /** Number of commands that were acknowledged until now. */
  int acknowledged() {
    return started.size()
        + completedJobs.size()
        + published.size()
        + completedTasks.size()
        + broadcasts.get();
  }

  /** Numbers of what was acknowledged, as members of a JSON object. */
  String summary() {
    return """
        "acknowledged": %d, "starts": %d, "jobs": %d, "messages": %d, "userTasks": %d, "signals": %d"""
        .formatted(
            acknowledged(),
            started.size(),
            completedJobs.size(),
            published.size(),
            completedTasks.size(),
            broadcasts.get());
  }

  void stop(ExecutorService threads) throws InterruptedException {
    running = false;
    threads.shutdown();
    if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The load did not end");
    }
  }

  private void untilRefused(CamundaClient client) {
    try {
      while (running) {
        start(client);
        work(client);
        complete(client, STARTS);
        broadcast(client);
      }
    } catch (ClientException e) {
      // killed under the call: the command was not acknowledged
    }
  }

  private void start(CamundaClient client) {
    for (var i = 0; i < STARTS; i++) {
      var id = UUID.randomUUID().toString();
      var instance =
          client
              .newCreateInstanceCommand()
              .bpmnProcessId(PROCESS)
              .latestVersion()
              .variables(Map.of("id", id, "pause", ThreadLocalRandom.current().nextInt(1, 10)))
              .send()
              .join();
      started.put(id, instance.getProcessInstanceKey());
      publish(client, id);
    }
  }

  private void publish(CamundaClient client, String id) {
    client
        .newPublishMessageCommand()
        .messageName(MESSAGE)
        .correlationKey(id)
        .timeToLive(TIME_TO_LIVE)
        .send()
        .join();
    published.add(id);
  }

  /** A kill came between start and message: that instance gets its message now. */
  private void publishWhatWasNot(CamundaClient client) {
    client
        .newMessageSubscriptionSearchRequest()
        .filter(
            filter ->
                filter
                    .messageName(MESSAGE)
                    .messageSubscriptionState(MessageSubscriptionState.CREATED))
        .page(page -> page.limit(200))
        .send()
        .join()
        .items()
        .stream()
        .map(MessageSubscription::getCorrelationKey)
        .filter(id -> !published.contains(id))
        .forEach(id -> publish(client, id));
  }

  private void work(CamundaClient client) {
    var jobs =
        client
            .newActivateJobsCommand()
            .jobType("crash-work")
            .maxJobsToActivate(JOBS)
            .timeout(Duration.ofMinutes(5))
            .requestTimeout(Duration.ofMillis(500))
            .send()
            .join();
    jobs.getJobs().stream()
        .map(ActivatedJob::getKey)
        .filter(key -> !held.add(key))
        .forEach(doubledJobs::add);
    for (var job : jobs.getJobs()) {
      client.newCompleteCommand(job).send().join();
      completedJobs.add(job.getElementInstanceKey());
    }
  }

  /** Completes some open user tasks. */
  private void complete(CamundaClient client, int limit) {
    var open =
        client
            .newUserTaskSearchRequest()
            .filter(filter -> filter.bpmnProcessId(PROCESS).state(UserTaskState.CREATED))
            .page(page -> page.limit(limit))
            .send()
            .join()
            .items();
    for (var task : open) {
      try {
        client.newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
        completedTasks.add(task.getUserTaskKey());
      } catch (io.camunda.client.api.command.ProblemException e) {
        if (e.code() != 404 && e.code() != 409) {
          throw e;
        }
      }
    }
  }

  private void broadcast(CamundaClient client) {
    client.newBroadcastSignalCommand().signalName("crash-signal").send().join();
    broadcasts.incrementAndGet();
  }

  /** The product has been started again: nobody holds a job any more. */
  void restarted() {
    held.clear();
  }

  /** Works off a part of what is left, with all threads; fails if a call is refused. */
  void drain(CamundaClient client) {
    publishWhatWasNot(client);
    complete(client, 200);
    IntStream.range(0, THREADS)
        .mapToObj(i -> CompletableFuture.runAsync(() -> work(client)))
        .toList()
        .forEach(CompletableFuture::join);
    broadcast(client);
  }
}
