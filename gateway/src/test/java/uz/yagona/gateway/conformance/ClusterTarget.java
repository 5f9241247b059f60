package uz.yagona.gateway.conformance;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.MessageSubscriptionState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Camunda 8 cluster, or another Yagona, over its API alone. What was there before the suite is
 * left alone; instances and definitions that came later are ended and deleted before each test.
 */
final class ClusterTarget implements Target {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer than any message of the suite is kept. */
  private static final Duration FORGET = Duration.ofDays(1);

  /** Forbidden, not there, not allowed. */
  private static final Set<Integer> REFUSALS = Set.of(403, 404, 405);

  private final CamundaClient direct;
  private final Markers markers;
  private final CamundaClient client;
  private final Set<Long> definitionsBefore = new HashSet<>();
  private final Set<Long> instancesBefore = new HashSet<>();
  private long firstKey;
  private Instant pinned;

  ClusterTarget(ClusterSettings settings) {
    direct = settings.client();
    var partitions = direct.newTopologyRequest().send().join().getPartitionsCount();
    if (partitions != 1) {
      throw new IllegalStateException(
          "Expected a cluster with 1 partition, whose keys and searches follow one order, but %s has %d"
              .formatted(settings.restAddress(), partitions));
    }
    markers = new Markers(direct);
    markers.deploy();
    markers.pass();
    definitionsBefore.addAll(definitions());
    instancesBefore.addAll(activeInstances());
    client = ConsistentClient.of(direct, markers);
    Runtime.getRuntime().addShutdownHook(new Thread(this::clean));
  }

  @Override
  public CamundaClient client() {
    return client;
  }

  // clean up --------------------------------------------------------------------------------------

  @Override
  public void startWithNothing() {
    clean();
    firstKey = markers.pass();
  }

  private void clean() {
    markers.await();
    for (var key : activeInstances()) {
      ignoreIfGone(() -> direct.newCancelInstanceCommand(key).send().join());
    }
    forgetMessages();
    for (var key : definitions()) {
      ignoreIfGone(() -> direct.newDeleteResourceCommand(key).send().join());
      definitionsBefore.add(key);
    }
  }

  /** Messages that nobody took would reach the instances of the next test. */
  private void forgetMessages() {
    if (pinned == null && !markers.takePublished()) {
      return;
    }
    try {
      direct.newPinClockCommand().time(now().plus(FORGET)).send().join();
      direct.newResetClockCommand().send().join();
    } catch (ProblemException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      // a cluster without control of its clock keeps them
    }
    pinned = null;
  }

  private static boolean isRefusal(ProblemException problem) {
    return REFUSALS.contains(problem.code());
  }

  private static void ignoreIfGone(Runnable command) {
    try {
      command.run();
    } catch (ProblemException e) {
      if (e.code() != 404) {
        throw e;
      }
    }
  }

  /** Of processes and decisions that were not there before. */
  private List<Long> definitions() {
    var processes =
        direct
            .newProcessDefinitionSearchRequest()
            .sort(sort -> sort.processDefinitionKey().desc())
            .page(page -> page.limit(1_000))
            .send()
            .join()
            .items()
            .stream()
            .map(definition -> definition.getProcessDefinitionKey());
    var decisions =
        direct
            .newDecisionRequirementsSearchRequest()
            .sort(sort -> sort.decisionRequirementsKey().desc())
            .page(page -> page.limit(1_000))
            .send()
            .join()
            .items()
            .stream()
            .map(definition -> definition.getDecisionRequirementsKey());
    return Stream.concat(processes, decisions)
        .filter(key -> !definitionsBefore.contains(key))
        .toList();
  }

  private List<Long> activeInstances() {
    return direct
        .newProcessInstanceSearchRequest()
        .filter(f -> f.state(ProcessInstanceState.ACTIVE))
        .sort(sort -> sort.processInstanceKey().desc())
        .page(page -> page.limit(1_000))
        .send()
        .join()
        .items()
        .stream()
        .filter(instance -> instance.getParentProcessInstanceKey() == null)
        .map(instance -> instance.getProcessInstanceKey())
        .filter(key -> !instancesBefore.contains(key))
        .toList();
  }

  @Override
  public boolean isOfThisTest(long key) {
    return key > firstKey;
  }

  // clock -----------------------------------------------------------------------------------------

  private Instant now() {
    return pinned == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : pinned;
  }

  @Override
  public void advance(Duration step) {
    var next = now().plus(step);
    var timer = markers.startTimer(next);
    try {
      direct.newPinClockCommand().time(next).send().join();
    } catch (ProblemException e) {
      if (!isRefusal(e)) {
        throw e;
      }
      Assumptions.abort("the cluster refuses to pin its clock: " + e.details().getDetail());
    }
    pinned = next;
    await("timers due until " + next).atMost(PATIENCE).until(() -> markers.hasEnded(timer));
    markers.await();
  }

  // what is left ----------------------------------------------------------------------------------

  /** Timers and signal subscriptions are not in the API. */
  @Override
  public List<String> waiting() {
    var left = new ArrayList<String>();
    client
        .newMessageSubscriptionSearchRequest()
        .filter(f -> f.messageSubscriptionState(MessageSubscriptionState.CREATED))
        .send()
        .join()
        .items()
        .stream()
        .filter(
            found -> isOfThisTest(found.getProcessInstanceKey(), found.getProcessDefinitionKey()))
        .forEach(found -> left.add("message subscription " + found.getElementId()));
    client
        .newJobSearchRequest()
        .filter(f -> f.state(s -> s.in(JobState.CREATED, JobState.FAILED)))
        .send()
        .join()
        .items()
        .stream()
        .filter(
            found -> isOfThisTest(found.getProcessInstanceKey(), found.getProcessDefinitionKey()))
        .forEach(found -> left.add("job " + found.getElementId()));
    client
        .newIncidentSearchRequest()
        .filter(f -> f.state(IncidentState.ACTIVE))
        .send()
        .join()
        .items()
        .stream()
        .filter(
            found -> isOfThisTest(found.getProcessInstanceKey(), found.getProcessDefinitionKey()))
        .forEach(found -> left.add("incident " + found.getElementId()));
    return left;
  }

  /** Not of an instance that another process of the cluster started meanwhile. */
  private boolean isOfThisTest(Long instance, Long definition) {
    return instance != null && isOfThisTest(instance) && !definitionsBefore.contains(definition);
  }

  /** Variables of the timer marker. */
  static Map<String, Object> due(Instant time) {
    return Map.of("due", time.toString());
  }
}
