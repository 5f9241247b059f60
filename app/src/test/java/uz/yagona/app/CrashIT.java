package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Job;
import io.camunda.client.api.search.response.ProcessInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.app.Installation.Kill;

/** kill -9 of product and database under load; {@code bench/crash.sh} is the long run. */
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);
  private static final int PAGE = 1_000;

  /** Keys that one search asks for. */
  private static final int KEYS = 500;

  /** Commands acknowledged before a kill: at least, and at random up to so many more. */
  private static final int MIN_COMMANDS = 50;

  private static final int MAX_COMMANDS = 350;

  /** What has no share in this is left out, and the start compiles less: more rounds an hour. */
  private static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:cds=off";

  private final CrashLoad load = new CrashLoad();
  private final Random random = new Random(Long.getLong("crash.seed", 42));
  private final Map<Kill, Integer> kills = new EnumMap<>(Kill.class);

  private String options = OPTIONS;

  /** What was found again after an earlier kill. */
  private CrashRecord found = CrashRecord.NONE;

  @Test
  void shouldKeepEveryAcknowledgedCommandWhenKilled(@TempDir Path directory) throws Exception {
    var data = directory.resolve("data");
    var archive = directory.resolve("classes.jsa");
    if (Installation.isPacked()) {
      rehearse(directory.resolve("rehearsal"), archive);
      options = OPTIONS + " -XX:SharedArchiveFile=" + archive;
    }
    for (var round = 1; round <= ROUNDS; round++) {
      runAndKill(data, round);
    }
    try (var installation = Installation.start(data, engineAlone(options));
        var client = installation.client()) {
      load.restarted();
      checkNew(installation, client);
      drain(client);
      checkAll(installation, client);
    }
    System.out.printf(
        "{\"workload\": \"crash\", \"rounds\": %d, \"kills\": \"%s\", %s,"
            + " \"drained\": true, \"violations\": 0}%n",
        ROUNDS, kills, load.summary());
  }

  /** A start and a stop that lay out the classes for the starts to come. */
  private static void rehearse(Path data, Path archive) {
    Installation.start(data, engineAlone(OPTIONS + " -XX:ArchiveClassesAtExit=" + archive)).close();
    assertThat(archive).exists();
  }

  private static Map<String, String> engineAlone(String options) {
    return Map.of(
        "YAGONA_PARTS_WORKERS", "false",
        "YAGONA_PARTS_SIGNING", "false",
        "JAVA_TOOL_OPTIONS", options);
  }

  private void runAndKill(Path data, int round) throws InterruptedException {
    try (var installation = Installation.start(data, engineAlone(options));
        var client = installation.client()) {
      load.restarted();
      deploy(client);
      var restarted = System.nanoTime();
      checkNew(installation, client);
      var checked = Duration.ofNanos(System.nanoTime() - restarted);
      var threads = load.run(client);
      var enough = load.acknowledged() + MIN_COMMANDS + random.nextInt(MAX_COMMANDS);
      Awaitility.await("commands to be acknowledged")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> load.acknowledged() >= enough);
      var kill = Kill.values()[random.nextInt(Kill.values().length)];
      kills.merge(kill, 1, Integer::sum);
      installation.kill(kill);
      load.stop(threads);
      System.out.printf(
          "round %d, checked in %d ms, killed: %s; so far %s%n",
          round, checked.toMillis(), kill, load.summary());
    }
  }

  private static void deploy(CamundaClient client) {
    client.newDeployResourceCommand().addResourceFromClasspath("crash.bpmn").send().join();
  }

  /** The tables hold together; what was acknowledged since the last time is in them and found. */
  private void checkNew(Installation installation, CamundaClient client) {
    var all = load.record();
    var added = all.without(found);
    check(installation, added);
    inPages(added.started(), keys -> assertThat(instances(client, keys)).hasSize(keys.size()));
    inPages(added.jobs(), keys -> assertThat(completedJobs(client, keys)).hasSize(keys.size()));
    found = all;
  }

  /** The tables hold together, and the API tells the same of all elements. */
  private void checkAll(Installation installation, CamundaClient client) {
    var all = load.record();
    check(installation, all);
    var elements = elements(client);
    assertThat(elements.stream().map(ElementInstance::getProcessInstanceKey))
        .containsAll(all.started());
    assertThat(
            elements.stream()
                .filter(element -> element.getState() == ElementInstanceState.COMPLETED)
                .map(ElementInstance::getElementInstanceKey))
        .containsAll(all.jobs());
  }

  private void check(Installation installation, CrashRecord acknowledged) {
    new CrashInvariants(installation.database()).check(acknowledged);
    assertThat(load.doubledJobs).as("jobs that two workers had at once").isEmpty();
  }

  private static void inPages(Set<Long> keys, Consumer<List<Long>> look) {
    var all = List.copyOf(keys);
    for (var from = 0; from < all.size(); from += KEYS) {
      look.accept(all.subList(from, Math.min(from + KEYS, all.size())));
    }
  }

  private static List<ProcessInstance> instances(CamundaClient client, List<Long> keys) {
    return client
        .newProcessInstanceSearchRequest()
        .filter(filter -> filter.processInstanceKey(key -> key.in(keys)))
        .page(page -> page.limit(KEYS))
        .send()
        .join()
        .items();
  }

  private static List<Job> completedJobs(CamundaClient client, List<Long> elements) {
    return client
        .newJobSearchRequest()
        .filter(
            filter -> filter.state(JobState.COMPLETED).elementInstanceKey(key -> key.in(elements)))
        .page(page -> page.limit(KEYS))
        .send()
        .join()
        .items();
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

  private void drain(CamundaClient client) {
    Awaitility.await("all instances end")
        .atMost(Duration.ofMinutes(30))
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
  }
}
