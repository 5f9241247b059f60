package uz.yagona.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.ProcessInstanceCommand.ActivateElement;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstanceWithResult;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ModifyProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.ProcessInstanceCommand.TerminateElement;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.TestEngine;

class ScopesIT {
  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine = TestEngine.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void purge() {
    engine.purge();
  }

  @Test
  void shouldKeepInputsLocalAndHandOutputsOutwards() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "task",
                t ->
                    t.zeebeJobType("work")
                        .zeebeInputExpression("a + 1", "in.value")
                        .zeebeOutputExpression("result * 2", "out.value"))
            .endEvent()
            .done());

    var instance = engine.create("p", Map.of("a", 1, "out", Map.of("kept", true)));
    var job = engine.activateOne("work");
    engine.complete(job, Map.of("result", 21));

    assertThat(job.variables()).contains("\"in\":{\"value\":2}");
    assertThat(engine.variable(instance, "in")).isNull();
    assertThat(engine.variable(instance, "result")).isNull();
    assertThat(engine.variable(instance, "out")).isEqualTo("{\"kept\":true,\"value\":42}");
  }

  @Test
  void shouldStopRepeatingWhenTheConditionHolds() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "task",
                t ->
                    t.zeebeJobType("work")
                        .multiInstance(
                            m ->
                                m.sequential()
                                    .zeebeInputCollectionExpression("items")
                                    .zeebeInputElement("item")
                                    .completionCondition("= numberOfCompletedInstances >= 2")))
            .endEvent()
            .done());

    var instance = engine.create("p", Map.of("items", List.of("a", "b", "c")));
    var first = engine.activate("work", 9);
    engine.complete(first.get(0), Map.of());
    var second = engine.activate("work", 9);
    engine.complete(second.get(0), Map.of());

    assertThat(first).hasSize(1);
    assertThat(second).hasSize(1);
    assertThat(second.get(0).variables()).contains("\"item\":\"b\"", "\"loopCounter\":2");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldRunAUserTask() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .userTask(
                "task",
                t ->
                    t.zeebeUserTask()
                        .zeebeCandidateGroupsExpression("[\"g1\", \"g2\"]")
                        .zeebeAssigneeExpression("nobody")
                        .zeebeTaskPriority("80"))
            .endEvent()
            .done());
    var instance = engine.create("p");
    var key = engine.count("select user_task_key from engine.user_task where state = 'CREATED'");

    engine.submit(new AssignUserTask(key, "anna", false, null));
    assertThat(engine.count("select count(*) from engine.user_task_candidate where assigned"))
        .isEqualTo(2);
    assertThatThrownBy(() -> engine.submit(new AssignUserTask(key, "bob", false, null)))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("already been assigned");
    engine.submit(new CompleteUserTask(key, Variables.of(Map.of("done", true)), null));

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
    assertThat(engine.variable(instance, "done")).isEqualTo("true");
    assertThat(engine.count("select count(*) from engine.user_task_candidate")).isZero();
    assertThatThrownBy(() -> engine.submit(new CompleteUserTask(key, Variables.NONE, null)))
        .isInstanceOf(RejectedException.class)
        .hasMessageContaining("no such user task");
  }

  @Test
  void shouldEndCalledProcessesWithTheirCaller() {
    engine.deploy(
        Bpmn.createExecutableProcess("child")
            .startEvent()
            .serviceTask("inner", t -> t.zeebeJobType("work"))
            .endEvent()
            .done(),
        Bpmn.createExecutableProcess("parent")
            .startEvent()
            .callActivity("call", c -> c.zeebeProcessId("child"))
            .endEvent()
            .done());
    var instance = engine.create("parent");
    engine.restart();

    engine.submit(new CancelProcessInstance(instance));

    assertThat(engine.count("select count(*) from engine.process_instance where state = 'ACTIVE'"))
        .isZero();
    assertThat(engine.count("select count(*) from engine.element_instance where state = 'ACTIVE'"))
        .isZero();
    assertThat(engine.activate("work", 1)).isEmpty();
  }

  @Test
  void shouldAnswerWithTheResult() throws Exception {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());

    var future =
        engine
            .api()
            .submit(
                new CreateProcessInstanceWithResult(
                    CreateProcessInstance.of(ProcessReference.latest("p"), Variables.NONE),
                    List.of("b")));
    engine.work("work", Map.of("a", 1, "b", 2));

    assertThat(future.get(5, TimeUnit.SECONDS).variables().toJson()).isEqualTo("{\"b\":2}");
  }

  @Test
  void shouldMoveATokenIntoASubProcess() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .subProcess(
                "sub",
                s ->
                    s.embeddedSubProcess()
                        .startEvent("inner-start")
                        .serviceTask("inner", t -> t.zeebeJobType("inner"))
                        .endEvent())
            .endEvent()
            .done());
    var instance = engine.create("p");

    engine.submit(
        new ModifyProcessInstance(
            instance,
            List.of(new ActivateElement("inner", null, List.of())),
            List.of(),
            List.of(new TerminateElement(null, "task"))));

    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("sub", "inner");
    assertThat(engine.elements(instance, "TERMINATED")).containsExactly("task");
    engine.work("inner");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldGoOnInAnotherVersion() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("work"))
            .endEvent()
            .done());
    var instance = engine.create("p");
    var target =
        engine
            .deploy(
                Bpmn.createExecutableProcess("p")
                    .startEvent()
                    .serviceTask("renamed", t -> t.zeebeJobType("work"))
                    .serviceTask("more", t -> t.zeebeJobType("more"))
                    .endEvent()
                    .done())
            .processes()
            .get(0);

    engine.submit(
        new MigrateProcessInstance(
            instance,
            target.processDefinitionKey(),
            List.of(new ElementMapping("task", "renamed"))));
    engine.work("work");

    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("more");
    engine.work("more");
    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void shouldJoinInclusivelyWhenNoTokenCanArriveAnyMore() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .inclusiveGateway("split")
            .conditionExpression("a")
            .serviceTask("one", t -> t.zeebeJobType("one"))
            .inclusiveGateway("join")
            .serviceTask("after", t -> t.zeebeJobType("after"))
            .endEvent()
            .moveToNode("split")
            .conditionExpression("b")
            .serviceTask("two", t -> t.zeebeJobType("two"))
            .connectTo("join")
            .moveToNode("split")
            .conditionExpression("c")
            .serviceTask("three", t -> t.zeebeJobType("three"))
            .connectTo("join")
            .done());

    engine.create("p", Map.of("a", true, "b", true, "c", false));
    engine.work("one");
    assertThat(engine.activate("after", 9)).isEmpty();
    engine.work("two");

    assertThat(engine.activate("after", 9)).hasSize(1);
  }

  @Test
  void shouldRunListenersAroundTheTask() {
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .serviceTask(
                "task",
                t ->
                    t.zeebeJobType("work")
                        .zeebeStartExecutionListener("before")
                        .zeebeEndExecutionListener("after"))
            .endEvent()
            .done());

    var instance = engine.create("p");
    assertThat(engine.activate("work", 1)).isEmpty();
    engine.work("before", Map.of("x", 1));
    assertThat(engine.activateOne("work").variables()).contains("\"x\":1");
    var job = engine.count("select job_key from engine.job where type = 'work'");
    engine.submit(uz.yagona.engine.api.JobCommand.CompleteJob.of(job, Variables.NONE));
    assertThat(engine.elements(instance, "ACTIVE")).containsExactly("task");
    engine.work("after");

    assertThat(engine.stateOf(instance)).isEqualTo("COMPLETED");
  }
}
