package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.search.enums.BatchOperationState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the searches of {@link SearchFieldsIT} find: of every kind at least two rows that differ in
 * most fields. Ids are lower-case letters, so that every collation orders them alike.
 */
final class SearchSamples {
  private static final Instant BEGIN = Instant.parse("2026-11-02T08:00:00.123Z");
  private static final String DMN =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$srequirements"
          name="%1$s requirements" namespace="http://yagona.uz/test">
        <decision id="%1$stable" name="%1$s table">
          <decisionTable hitPolicy="UNIQUE">
            <input id="%1$sin"><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
            <output id="%1$sout" name="%1$sout" typeRef="number" />
            <rule id="%1$srule"><inputEntry id="%1$sa"><text>%2$s</text></inputEntry>
              <outputEntry id="%1$sb"><text>15</text></outputEntry></rule>
          </decisionTable>
        </decision>
        <decision id="%1$sliteral" name="%1$s literal">
          <variable name="%1$sliteral" /><informationRequirement id="%1$sr"><requiredDecision href="#%1$stable" /></informationRequirement>
          <literalExpression><text>%1$stable + 1</text></literalExpression>
        </decision>
      </definitions>""";

  private static final String TWO_HITS =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="brokenrequirements"
          name="broken requirements" namespace="http://yagona.uz/test">
        <decision id="broken" name="broken">
          <decisionTable hitPolicy="UNIQUE">
            <input id="in"><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
            <output id="out" name="out" typeRef="number" />
            <rule id="a"><inputEntry id="aa"><text>&lt; 10</text></inputEntry><outputEntry id="ab"><text>1</text></outputEntry></rule>
            <rule id="b"><inputEntry id="ba"><text>&lt; 20</text></inputEntry><outputEntry id="bb"><text>2</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>""";

  private final GatewayFixture fixture;
  private final CamundaClient client;

  private SearchSamples(GatewayFixture fixture) {
    this.fixture = fixture;
    this.client = fixture.rest();
  }

  static void build(GatewayFixture fixture) {
    var data = new SearchSamples(fixture);
    fixture.engine().pinClock(BEGIN).join();
    data.deployDefinitions();
    data.runTasks();
    data.runJobs();
    data.runMessages();
    data.runDecisions();
    data.runBatches();
  }

  private void step() {
    fixture.advance(Duration.ofMillis(61_001));
  }

  // definitions -----------------------------------------------------------------------------------

  private void deployDefinitions() {
    deploy(Bpmn.convertToString(task("Task one", null)), "task.bpmn");
    step();
    deploy("{\"id\":\"startform\",\"type\":\"default\",\"components\":[]}", "startform.form");
    deploy(Bpmn.convertToString(task("Task two", "second")), "task.bpmn");
    deploy(Bpmn.convertToString(work()), "work.bpmn");
    deploy(Bpmn.convertToString(parent()), "parent.bpmn");
    deploy(Bpmn.convertToString(waiting()), "waiting.bpmn");
    deploy(Bpmn.convertToString(deciding()), "deciding.bpmn");
    deploy(DMN.formatted("first", "&lt; 10"), "first.dmn");
    deploy(DMN.formatted("first", "&lt; 20"), "first.dmn");
    deploy(DMN.formatted("second", "&gt;= 10"), "second.dmn");
    deploy(TWO_HITS, "broken.dmn");
  }

  private void deploy(String content, String name) {
    client.newDeployResourceCommand().addResourceStringUtf8(content, name).send().join();
  }

  private static BpmnModelInstance task(String name, @Nullable String versionTag) {
    var process = Bpmn.createExecutableProcess("taskprocess").name(name);
    if (versionTag != null) {
      process.versionTag(versionTag);
    }
    var start = process.startEvent("taskstart");
    if (versionTag != null) {
      start.zeebeFormId("startform");
    }
    return start
        .userTask("decide")
        .name("Decide " + (versionTag == null ? "one" : "two"))
        .zeebeUserTask()
        .zeebeAssigneeExpression("owner")
        .zeebeCandidateGroupsExpression("groups")
        .zeebeCandidateUsersExpression("users")
        .zeebeDueDateExpression("due")
        .zeebeFollowUpDateExpression("follow")
        .zeebeTaskPriorityExpression("priority")
        .zeebeInputExpression("priority", "mine")
        .zeebeTaskListener(listener -> listener.completing().type("listen"))
        .endEvent("taskend")
        .done();
  }

  private static BpmnModelInstance work() {
    return Bpmn.createExecutableProcess("workprocess")
        .name("Work")
        .startEvent("workstart")
        .subProcess("inside")
        .embeddedSubProcess()
        .startEvent("insidestart")
        .serviceTask("work", task -> task.name("Work task").zeebeJobType("work"))
        .endEvent("insideend")
        .subProcessDone()
        .endEvent("workend")
        .done();
  }

  private static BpmnModelInstance parent() {
    return Bpmn.createExecutableProcess("parentprocess")
        .name("Parent")
        .startEvent("parentstart")
        .callActivity("call", call -> call.zeebeProcessId("workprocess"))
        .endEvent("parentend")
        .done();
  }

  private static BpmnModelInstance waiting() {
    return Bpmn.createExecutableProcess("waitingprocess")
        .name("Waiting")
        .startEvent("waitingstart")
        .intermediateCatchEvent("receive")
        .message(message -> message.name("answered").zeebeCorrelationKeyExpression("caseid"))
        .intermediateCatchEvent("receiveagain")
        .message(message -> message.name("paid").zeebeCorrelationKeyExpression("caseid"))
        .endEvent("waitingend")
        .done();
  }

  private static BpmnModelInstance deciding() {
    return Bpmn.createExecutableProcess("decidingprocess")
        .startEvent("decidingstart")
        .businessRuleTask(
            "rule",
            task -> task.zeebeCalledDecisionIdExpression("decision").zeebeResultVariable("result"))
        .endEvent("decidingend")
        .done();
  }

  // instances -------------------------------------------------------------------------------------

  private long create(String process, @Nullable Integer version, Map<String, ?> variables) {
    step();
    var id = client.newCreateInstanceCommand().bpmnProcessId(process);
    return (version == null ? id.latestVersion() : id.version(version))
        .variables(variables)
        .businessId(
            "business" + (variables.containsKey("caseid") ? variables.get("caseid") : "none"))
        .tags(variables.containsKey("tag") ? List.of("a", "b") : List.of("a"))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  private void runTasks() {
    create("taskprocess", 1, taskVariables("ann", 10, "2026-12-01", "tag"));
    create("taskprocess", 2, taskVariables("bob", 20, "2026-12-02", null));
    create("taskprocess", 2, taskVariables(null, 30, null, null));
    complete(task("ann"), false);
    complete(task("bob"), true);
  }

  private static Map<String, @Nullable Object> taskVariables(
      @Nullable String owner, int priority, @Nullable String day, @Nullable String tag) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("owner", owner);
    variables.put("groups", owner == null ? List.of() : List.of("all", owner + "s"));
    variables.put("users", owner == null ? List.of("eve") : List.of(owner, "fay"));
    variables.put("due", day == null ? null : day + "T10:00:00+05:00");
    variables.put("follow", day == null ? null : day + "T09:00:00+05:00");
    variables.put("priority", priority);
    variables.put("long", "x".repeat(day == null ? 10_000 : 3));
    if (tag != null) {
      variables.put("tag", tag);
    }
    return variables;
  }

  private long task(String assignee) {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.assignee(assignee))
        .send()
        .join()
        .singleItem()
        .getUserTaskKey();
  }

  /** Completes the task, or has a listener deny it. */
  private void complete(long userTask, boolean denied) {
    step();
    var completion = client.newCompleteUserTaskCommand(userTask).send().toCompletableFuture();
    var job = job("listen", "listener");
    step();
    var answer =
        client
            .newCompleteCommand(job)
            .withResult(
                result -> {
                  var decision = result.forUserTask().deny(denied);
                  return denied ? decision.deniedReason("paper missing") : decision;
                });
    answer.send().join();
    assertThat(completion.handle((done, failure) -> failure != null).join()).isEqualTo(denied);
  }

  private ActivatedJob job(String type, String worker) {
    return await()
        .until(
            () ->
                client
                    .newActivateJobsCommand()
                    .jobType(type)
                    .maxJobsToActivate(1)
                    .workerName(worker)
                    .timeout(Duration.ofDays(30))
                    .requestTimeout(Duration.ofMillis(-1))
                    .send()
                    .join()
                    .getJobs(),
            jobs -> !jobs.isEmpty())
        .get(0);
  }

  private void runJobs() {
    for (var caseid : List.of("one", "two", "three", "four")) {
      create("workprocess", null, Map.of("caseid", caseid));
    }
    create("parentprocess", null, Map.of("caseid", "five", "tag", "x"));
    step();
    client.newCompleteCommand(job("work", "first")).send().join();
    step();
    client.newFailCommand(job("work", "first")).retries(2).errorMessage("again").send().join();
    step();
    var last = job("work", "second");
    client.newFailCommand(last).retries(0).errorMessage("no paper").send().join();
    step();
    client
        .newThrowErrorCommand(job("work", "second"))
        .errorCode("lost")
        .errorMessage("no way")
        .send()
        .join();
  }

  private void runMessages() {
    create("waitingprocess", null, Map.of("caseid", "six"));
    create("waitingprocess", null, Map.of("caseid", "seven", "tag", "x"));
    step();
    publish("answered", "six");
    step();
    publish("answered", "seven");
    step();
    publish("paid", "six");
  }

  private void publish(String name, String correlationKey) {
    client
        .newPublishMessageCommand()
        .messageName(name)
        .correlationKey(correlationKey)
        .send()
        .join();
  }

  private void runDecisions() {
    create("decidingprocess", null, Map.of("decision", "firstliteral", "amount", 5));
    create("decidingprocess", null, Map.of("decision", "secondtable", "amount", 12));
    create("decidingprocess", null, Map.of("decision", "broken", "amount", 5));
    step();
    client
        .newEvaluateDecisionCommand()
        .decisionId("secondtable")
        .variables(Map.of("amount", 11))
        .send()
        .join();
  }

  private void runBatches() {
    step();
    var canceled =
        client
            .newCreateBatchOperationCommand()
            .processInstanceCancel()
            .filter(filter -> filter.businessId("businessseven"))
            .send()
            .join()
            .getBatchOperationKey();
    finished(canceled);
    step();
    var resolved =
        client
            .newCreateBatchOperationCommand()
            .resolveIncident()
            .filter(filter -> filter.processDefinitionId("decidingprocess"))
            .send()
            .join()
            .getBatchOperationKey();
    finished(resolved);
  }

  private void finished(String batch) {
    await()
        .untilAsserted(
            () ->
                assertThat(client.newBatchOperationGetRequest(batch).send().join().getStatus())
                    .isEqualTo(BatchOperationState.COMPLETED));
  }
}
