package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of product and database under load; {@code -Dcrash.rounds=50} for the long run. */
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
  private static final int PAGE = 1_000;

  /** Commands acknowledged before a kill: at least, and at random up to so many more. */
  private static final int MIN_COMMANDS = 50;

  private static final int MAX_COMMANDS = 350;

  @Test
  void shouldKeepEveryAcknowledgedCommandWhenKilled(@TempDir Path directory) throws Exception {
    var load = new CrashLoad();
    var random = new Random(Long.getLong("crash.seed", 42));
    var data = directory.resolve("data");
    for (var round = 1; round <= ROUNDS; round++) {
      try (var installation = Installation.start(data);
          var client = installation.client()) {
        deploy(client);
        check(client, load);
        var threads = load.run(client);
        var enough = load.acknowledged() + MIN_COMMANDS + random.nextInt(MAX_COMMANDS);
        Awaitility.await("commands to be acknowledged")
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(1))
            .until(() -> load.acknowledged() >= enough);
        installation.kill();
        load.stop(threads);
      }
      System.out.printf(
          "round %d: %d starts, %d jobs, %d messages, %d tasks acknowledged so far%n",
          round,
          load.started.size(),
          load.completedJobs.size(),
          load.published.size(),
          load.completedTasks.size());
    }
    try (var installation = Installation.start(data);
        var client = installation.client()) {
      check(client, load);
      drainAndCheck(client, load);
    }
  }

  private static void deploy(CamundaClient client) {
    client.newDeployResourceCommand().addResourceFromClasspath("crash.bpmn").send().join();
  }

  /**
   * Every acknowledged command is there, and every active instance has exactly one or two tokens.
   */
  private static void check(CamundaClient client, CrashLoad load) {
    var states = new HashMap<Long, ProcessInstanceState>();
    var elements = new HashMap<Long, List<ElementInstance>>();
    for (var element : elements(client)) {
      elements
          .computeIfAbsent(element.getProcessInstanceKey(), key -> new ArrayList<>())
          .add(element);
      if (element.getType() == ElementInstanceType.PROCESS) {
        states.put(
            element.getProcessInstanceKey(),
            ProcessInstanceState.valueOf(element.getState().name()));
      }
    }
    assertThat(elements.keySet()).containsAll(load.started.values());
    var completed = new HashSet<Long>();
    elements.forEach(
        (instance, all) -> {
          assertTokens(instance, all);
          all.stream()
              .filter(element -> element.getState() == ElementInstanceState.COMPLETED)
              .map(ElementInstance::getElementInstanceKey)
              .forEach(completed::add);
        });
    assertThat(completed).containsAll(load.completedJobs);
  }

  private static void assertTokens(long instance, List<ElementInstance> elements) {
    var ids = new HashMap<String, Integer>();
    elements.forEach(element -> ids.merge(element.getElementId(), 1, Integer::sum));
    assertThat(ids)
        .as("each element of instance %d was entered once", instance)
        .allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
    var root =
        elements.stream().filter(e -> e.getType() == ElementInstanceType.PROCESS).findFirst();
    var active =
        elements.stream()
            .filter(e -> e.getType() != ElementInstanceType.PROCESS)
            .filter(e -> e.getState() == ElementInstanceState.ACTIVE)
            .count();
    var ended =
        root.map(e -> e.getState() == ElementInstanceState.COMPLETED)
            .orElseGet(() -> ids.containsKey("end"));
    assertThat(active)
        .as("tokens of instance %d (%s)", instance, ids)
        .isBetween(ended ? 0L : 1L, ended ? 0L : 2L);
  }

  private static List<ElementInstance> elements(CamundaClient client) {
    var all = new ArrayList<ElementInstance>();
    String cursor = null;
    while (true) {
      var after = cursor;
      var answer =
          client
              .newElementInstanceSearchRequest()
              .filter(filter -> filter.processDefinitionId(CrashLoad.PROCESS))
              .page(
                  page -> {
                    page.limit(PAGE);
                    if (after != null) {
                      page.after(after);
                    }
                  })
              .send()
              .join();
      all.addAll(answer.items());
      if (answer.items().size() < PAGE) {
        return all;
      }
      cursor = answer.page().endCursor();
    }
  }

  private static void drainAndCheck(CamundaClient client, CrashLoad load) {
    Awaitility.await("all instances end")
        .atMost(Duration.ofMinutes(5))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(
            () -> {
              load.drain(client);
              return client
                  .newProcessInstanceSearchRequest()
                  .filter(
                      filter ->
                          filter
                              .processDefinitionId(CrashLoad.PROCESS)
                              .state(ProcessInstanceState.ACTIVE))
                  .page(page -> page.limit(1))
                  .send()
                  .join()
                  .items()
                  .isEmpty();
            });
    check(client, load);
  }
}
