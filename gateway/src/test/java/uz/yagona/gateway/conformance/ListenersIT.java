package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Execution listeners. */
class ListenersIT extends Scenario {

  private static BpmnModelInstance listened() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask(
            "work",
            t ->
                t.zeebeJobType("work")
                    .zeebeStartExecutionListener("before")
                    .zeebeEndExecutionListener("after"))
        .endEvent()
        .done();
  }

  @Test
  void shouldRunBeforeAndAfterTheElement() {
    var instance = start(listened());
    assertThat(jobs("work")).isEmpty();

    complete("before", Map.of("a", 1));
    var work = job("work");
    assertThat(work.getVariablesAsMap()).containsEntry("a", 1);
    client().newCompleteCommand(work).send().join();
    assertThat(active(instance)).containsExactly("work");
    complete("after", Map.of("b", 2));

    assertThat(variables(instance)).containsEntry("b", 2);
    assertCompleted(instance);
  }

  @Test
  void shouldRaiseIncidentWhenRetriesOfListenerEnd() {
    var instance = start(listened());
    client().newFailCommand(job("before")).retries(0).send().join();
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXECUTION_LISTENER_NO_RETRIES);

    client().newUpdateRetriesCommand(incident.getJobKey()).retries(1).send().join();
    resolve(incident);
    complete("before");
    complete("work");
    complete("after");

    assertCompleted(instance);
  }

  @Test
  void shouldTerminateListener() {
    var instance = start(listened());

    cancel(instance);

    assertThat(terminated(instance)).containsExactly("work");
    assertTerminated(instance);
  }

  @Test
  void shouldListenToTheProcess() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .zeebeStartExecutionListener("before")
                .zeebeEndExecutionListener("after")
                .startEvent()
                .endEvent("end")
                .done());
    assertThat(elements(instance)).isEmpty();

    complete("before");
    assertThat(completed(instance)).contains("end");
    complete("after");

    assertCompleted(instance);
  }
}
