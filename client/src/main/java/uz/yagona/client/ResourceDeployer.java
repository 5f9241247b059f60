package uz.yagona.client;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.DeploymentEvent;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Deploys models at start, all in one deployment. The engine gives a resource a new version only
 * when it changed, so a restart changes nothing. Repeats in the background until the API is up.
 */
public final class ResourceDeployer implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ResourceDeployer.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final CamundaClient client;
  private final Map<String, byte[]> resources;
  private final CompletableFuture<DeploymentEvent> deployed = new CompletableFuture<>();
  private @Nullable ScheduledExecutorService executor;

  /**
   * @param resources content by resource name; the name keeps its file extension
   */
  public ResourceDeployer(CamundaClient client, Map<String, byte[]> resources) {
    this.client = client;
    this.resources = new TreeMap<>(resources);
  }

  /** Ends with the deployment, or with the rejection of a faulty model. */
  public CompletableFuture<DeploymentEvent> deployed() {
    return deployed.copy();
  }

  @Override
  public synchronized void start() {
    if (executor == null && !resources.isEmpty()) {
      executor =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                var thread = new Thread(task, "yagona-deploy");
                thread.setDaemon(true);
                return thread;
              });
      schedule(Duration.ZERO, FIRST_PAUSE);
    }
  }

  @Override
  public synchronized void stop() {
    if (executor != null) {
      executor.shutdownNow();
      executor = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return executor != null;
  }

  private synchronized void schedule(Duration delay, Duration nextPause) {
    if (executor != null) {
      var unused =
          executor.schedule(() -> deploy(nextPause), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void deploy(Duration pause) {
    try {
      var event = send();
      log.info("Deployed {}", resources.keySet());
      deployed.complete(event);
    } catch (RuntimeException e) {
      if (isRejected(e)) {
        log.error("The models were rejected: {}", e.getMessage());
        deployed.completeExceptionally(e);
        return;
      }
      log.info("The engine is not ready for deployment yet; trying again in {}", pause);
      var doubled = pause.multipliedBy(2);
      schedule(pause, doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled);
    }
  }

  private DeploymentEvent send() {
    var entries = resources.entrySet().iterator();
    var first = entries.next();
    var command =
        client.newDeployResourceCommand().addResourceBytes(first.getValue(), first.getKey());
    while (entries.hasNext()) {
      var next = entries.next();
      command = command.addResourceBytes(next.getValue(), next.getKey());
    }
    return command.send().join();
  }

  private static boolean isRejected(RuntimeException e) {
    return e instanceof ProblemException problem && problem.code() == 400;
  }
}
