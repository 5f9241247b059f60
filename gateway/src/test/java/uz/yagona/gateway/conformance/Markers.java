package uz.yagona.gateway.conformance;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * Small instances that show how far a cluster has come: its searches lag behind its commands, in
 * their order. When a marker is found, so is what was done before it.
 */
final class Markers {
  private static final String MARKER = "yagona-marker";
  private static final String TIMER_MARKER = "yagona-timer-marker";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final CamundaClient client;
  private boolean dirty;
  private boolean published;

  Markers(CamundaClient client) {
    this.client = client;
  }

  void deploy() {
    client
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess(MARKER).startEvent().endEvent().done(), "marker.bpmn")
        .addProcessModel(
            Bpmn.createExecutableProcess(TIMER_MARKER)
                .startEvent()
                .intermediateCatchEvent("due", e -> e.timerWithDateExpression("due"))
                .endEvent()
                .done(),
            "timer-marker.bpmn")
        .send()
        .join();
  }

  /** Something was sent that searches may not show yet. */
  void dirty() {
    dirty = true;
  }

  /** A message was sent. */
  void published() {
    published = true;
  }

  /** Whether a message was sent since the last call. */
  boolean takePublished() {
    var taken = published;
    published = false;
    return taken;
  }

  /** Waits until searches show everything that was sent. */
  void await() {
    if (dirty) {
      pass();
    }
  }

  /** Starts a marker and waits until it is found; gives its key. */
  long pass() {
    var key = start(MARKER, Map.of());
    Awaitility.await("marker %d in the searches".formatted(key))
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> hasEnded(key));
    dirty = false;
    return key;
  }

  /** An instance that ends when the clock has come to the time, after all that is due earlier. */
  long startTimer(Instant due) {
    var key = start(TIMER_MARKER, ClusterTarget.due(due));
    pass();
    return key;
  }

  private long start(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  boolean hasEnded(long key) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(f -> f.processInstanceKey(key).state(ProcessInstanceState.COMPLETED))
        .send()
        .join()
        .items()
        .stream()
        .anyMatch(found -> found.getProcessInstanceKey() == key);
  }
}
