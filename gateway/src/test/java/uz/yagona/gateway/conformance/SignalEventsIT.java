package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signals broadcast by callers and by processes. */
class SignalEventsIT extends Scenario {

  private static BpmnModelInstance waiting() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .intermediateCatchEvent("wait", e -> e.signal("go"))
        .endEvent()
        .done();
  }

  @Test
  void shouldReachEveryWaitingInstance() {
    var first = start(waiting());
    var second = start(Map.of());
    assertThat(active(first)).containsExactly("wait");

    client().newBroadcastSignalCommand().signalName("go").variables(Map.of("a", 1)).send().join();

    assertThat(variables(second)).containsEntry("a", 1);
    assertCompleted(first);
    assertCompleted(second);
  }

  @Test
  void shouldNotBeBuffered() {
    deploy(waiting());
    broadcast("go");

    assertThat(active(start(Map.of()))).containsExactly("wait");
  }

  @Test
  void shouldTerminateSignalCatchEvent() {
    var instance = start(waiting());

    cancel(instance);

    assertTerminated(instance);
  }

  @Test
  void shouldStartProcessBySignal() {
    deploy(Bpmn.createExecutableProcess(PROCESS).startEvent().signal("go").endEvent("end").done());

    broadcast("go");

    assertCompleted(instanceOf(PROCESS));
  }

  @Test
  void shouldInterruptActivityBySignal() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("work", t -> t.zeebeJobType("work"))
                .boundaryEvent("stopped", b -> b.signal("stop"))
                .endEvent()
                .moveToActivity("work")
                .endEvent("done")
                .done());

    broadcast("stop");

    assertThat(terminated(instance)).containsExactly("work");
    assertThat(completed(instance)).contains("stopped").doesNotContain("done");
    assertCompleted(instance);
  }

  @Test
  void shouldBroadcastFromThrowEvent() {
    var receiver = start(waiting());
    deploy(
        Bpmn.createExecutableProcess("sender")
            .startEvent()
            .intermediateThrowEvent("say", e -> e.signal("go"))
            .endEvent("end", e -> e.signal("gone"))
            .done());

    client().newCreateInstanceCommand().bpmnProcessId("sender").latestVersion().send().join();

    assertCompleted(receiver);
    assertThat(completed(instanceOf("sender"))).contains("say", "end");
  }
}
