package uz.yagona.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * W4: a list of many open user tasks in ten groups. First the page of 50 of one group by due date,
 * then page, claim and complete by several clients.
 */
final class UserTasksWorkload implements Workload {
  private static final String PROCESS = "w4";
  private static final int GROUPS = 10;
  private static final int PAGE = 50;

  @Override
  public void run(Target target, Options options) throws Exception {
    target.deploy(PROCESS, Models.userTask(PROCESS));
    var wanted = options.number("open", 100_000);
    var clients = options.number("clients", 8);
    var warmUp = options.number("warm-up", 4_000);
    seed(target, wanted + warmUp - open(target.client()), options);
    var ignored = Measure.start(target.probe(), "W4-warm-up");
    work(target, ignored, warmUp, clients, new AtomicInteger());
    for (var readers : List.of(1, clients)) {
      var measure =
          Measure.start(target.probe(), "W4-page").fact("clients", readers).fact("open", wanted);
      pages(target, measure, options.number("count", 2_000), readers);
      measure.print(options.number("count", 2_000));
    }
    var measure =
        Measure.start(target.probe(), "W4-work").fact("clients", clients).fact("open", wanted);
    var lost = new AtomicInteger();
    var done = work(target, measure, options.number("count", 2_000), clients, lost);
    measure.fact("lost_races", lost.get()).print(done);
  }

  private static int open(CamundaClient client) {
    var open = 0;
    for (var group = 0; group < GROUPS; group++) {
      var name = group(group);
      open +=
          client
              .newUserTaskSearchRequest()
              .filter(filter -> filter.candidateGroup(name).state(UserTaskState.CREATED))
              .page(page -> page.limit(1))
              .send()
              .join()
              .page()
              .totalItems()
              .intValue();
    }
    return open;
  }

  private static String group(int index) {
    return "group-" + index;
  }

  private static void seed(Target target, int missing, Options options) throws Exception {
    var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Parallel.run(
        Math.max(0, missing),
        options.number("seeders", 32),
        index ->
            target
                .create(
                    PROCESS,
                    Map.of(
                        "group", group(index % GROUPS),
                        "due", now.plus(random(500_000), ChronoUnit.SECONDS).toString()))
                .join());
  }

  private static int random(int bound) {
    return ThreadLocalRandom.current().nextInt(bound);
  }

  private static void pages(Target target, Measure measure, int count, int clients)
      throws Exception {
    Parallel.run(
        count,
        clients,
        index -> {
          var startedAt = System.nanoTime();
          page(target.client(), group(index % GROUPS), 0);
          measure.latency(System.nanoTime() - startedAt);
        });
  }

  private static List<UserTask> page(CamundaClient client, String group, int from) {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.candidateGroup(group).state(UserTaskState.CREATED))
        .sort(sort -> sort.dueDate().asc())
        .page(page -> page.from(from).limit(PAGE))
        .send()
        .join()
        .items();
  }

  private static int work(
      Target target, Measure measure, int count, int clients, AtomicInteger lost) throws Exception {
    var done = new AtomicInteger();
    Parallel.run(
        count,
        clients,
        index -> {
          var startedAt = System.nanoTime();
          var page = page(target.client(), group(index % GROUPS), 0);
          var task = page.get(random(page.size())).getUserTaskKey();
          try {
            target
                .client()
                .newAssignUserTaskCommand(task)
                .assignee("clerk")
                .allowOverride(false)
                .send()
                .join();
            target.client().newCompleteUserTaskCommand(task).send().join();
            done.incrementAndGet();
            measure.latency(System.nanoTime() - startedAt);
          } catch (io.camunda.client.api.command.ClientException takenByAnother) {
            lost.incrementAndGet();
          }
        });
    return done.get();
  }
}
