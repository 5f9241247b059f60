package uz.yagona.client;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Opens a job worker for every {@link JobTask} of the application context, after the web server is
 * up, and closes them before it goes down; a stop waits for running jobs and their answers.
 */
public final class WorkerRuntime implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorkerRuntime.class);

  private final CamundaClient client;
  private final ClientProperties properties;
  private final List<JobTask> tasks;
  private final InFlight inFlight = new InFlight();
  private final CommandDelivery delivery;
  private final PollBackoff backoff;
  private final List<JobWorker> workers = new ArrayList<>();
  private boolean running;

  /**
   * @param clock the machine's clock, not a test clock: job locks end by it
   * @throws IllegalArgumentException when two tasks have the same type
   */
  public WorkerRuntime(
      CamundaClient client,
      ClientProperties properties,
      Collection<? extends JobTask> tasks,
      InstantSource clock) {
    this.client = client;
    this.properties = properties;
    this.tasks = List.copyOf(tasks);
    this.delivery = new CommandDelivery(clock);
    this.backoff = new PollBackoff(clock);
    requireDistinctTypes(this.tasks);
  }

  @Override
  public synchronized void start() {
    if (running) {
      return;
    }
    tasks.forEach(task -> workers.add(open(task)));
    running = true;
    if (!tasks.isEmpty()) {
      log.info(
          "Job workers are open for {}",
          tasks.stream().map(JobTask::type).sorted().collect(Collectors.joining(", ")));
    }
  }

  @Override
  public synchronized void stop() {
    if (!running) {
      return;
    }
    workers.forEach(JobWorker::close);
    workers.clear();
    running = false;
    if (!inFlight.awaitNone(properties.shutdownTimeout())) {
      log.warn("{} jobs were still running at the stop; they run again later", inFlight.count());
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  private JobWorker open(JobTask task) {
    return client
        .newWorker()
        .jobType(task.type())
        .handler(new JobRunner(task, delivery, inFlight))
        .name(properties.workerName())
        .timeout(task.lockFor())
        .maxJobsActive(task.maxJobsActive())
        .fetchVariables(task.fetchVariables())
        .requestTimeout(properties.requestTimeout())
        .streamEnabled(properties.grpcAddress() != null)
        .backoffSupplier(backoff)
        .open();
  }

  private static void requireDistinctTypes(List<JobTask> tasks) {
    tasks.stream()
        .collect(Collectors.groupingBy(JobTask::type))
        .forEach(
            (type, same) -> {
              if (same.size() > 1) {
                throw new IllegalArgumentException(
                    "Expected one task of job type '%s', but found %d: %s"
                        .formatted(
                            type,
                            same.size(),
                            same.stream().map(task -> task.getClass().getSimpleName()).toList()));
              }
            });
  }
}
