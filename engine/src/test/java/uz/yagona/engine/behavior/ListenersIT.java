package uz.yagona.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.JobCommand.TaskListenerResult;
import uz.yagona.engine.api.UserTaskCommand.AssignUserTask;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.TestEngine;

class ListenersIT {
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
    engine.deploy(
        Bpmn.createExecutableProcess("p")
            .startEvent()
            .userTask(
                "task",
                t ->
                    t.zeebeUserTask()
                        .zeebeTaskListener(l -> l.assigning().type("assigning"))
                        .zeebeTaskListener(l -> l.completing().type("completing")))
            .endEvent()
            .done());
  }

  private static long createTask() {
    engine.create("p");
    return engine.count("select user_task_key from engine.user_task");
  }

  private static String assignee() {
    return engine
        .jdbc()
        .sql("select coalesce(assignee, '') from engine.user_task")
        .query(String.class)
        .single();
  }

  @Test
  void shouldCorrectAnAssignment() {
    var key = createTask();

    var assignment = engine.api().submit(new AssignUserTask(key, "anna", true, null));
    var job = engine.activateOne("assigning");
    assertThat(assignment).isNotDone();
    assertThat(assignee()).isEmpty();
    engine.submit(
        new CompleteJob(
            job.jobKey(),
            Variables.NONE,
            new TaskListenerResult(
                false, null, new TaskCorrections("bob", List.of("g"), null, null, null, 90))));
    assignment.join();

    assertThat(job.userTask()).isNotNull();
    assertThat(job.userTask().changedAttributes()).containsExactly("assignee");
    assertThat(assignee()).isEqualTo("bob");
    assertThat(engine.count("select priority from engine.user_task")).isEqualTo(90);
  }

  @Test
  void shouldDenyACompletion() {
    var key = createTask();

    var completion =
        engine.api().submit(new CompleteUserTask(key, Variables.of(Map.of("a", 1)), null));
    var job = engine.activateOne("completing");
    engine.submit(
        new CompleteJob(
            job.jobKey(),
            Variables.NONE,
            new TaskListenerResult(true, "not yet", TaskCorrections.NONE)));

    assertThatThrownBy(completion::join).hasMessageContaining("not yet");
    assertThat(engine.count("select count(*) from engine.user_task where state = 'CREATED'"))
        .isEqualTo(1);
    assertThat(engine.count("select count(*) from engine.variable")).isZero();
  }
}
