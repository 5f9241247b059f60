package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ProblemException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages that start, are waited for, interrupt and are thrown. */
class MessageEventsIT extends Scenario {

  private static BpmnModelInstance startedByMessage() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent("filed")
        .message("request.filed")
        .serviceTask("work", t -> t.zeebeJobType("work"))
        .endEvent()
        .done();
  }

  @Test
  void shouldStartInstanceWithVariablesOfTheMessage() {
    deploy(startedByMessage());

    publish("request.filed", "r-1", Map.of("requestId", "r-1"));

    var instance = instanceOf(PROCESS);
    assertThat(variables(instance)).containsEntry("requestId", "r-1");
    complete("work");
    assertCompleted(instance);
  }

  @Test
  void shouldStartOneInstanceAtATimePerCorrelationKey() {
    deploy(startedByMessage());

    publish("request.filed", "r-1");
    publish("request.filed", "r-1");
    assertThat(jobs("work"))
        .hasSize(1)
        .allSatisfy(job -> client().newCompleteCommand(job).send().join());

    assertThat(jobs("work")).as("the buffered second message").hasSize(1);
  }

  @Test
  void shouldRefuseSecondMessageWithTheSameId() {
    deploy(startedByMessage());
    var message =
        client()
            .newPublishMessageCommand()
            .messageName("request.filed")
            .correlationKey("r-1")
            .messageId("id-1")
            .timeToLive(Duration.ofHours(1));
    message.send().join();

    assertThatThrownBy(() -> message.send().join())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("409");
    assertThat(jobs("work")).hasSize(1);
  }

  private static BpmnModelInstance waiting() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .intermediateCatchEvent(
            "answered", e -> e.message(m -> m.name("answer").zeebeCorrelationKeyExpression("id")))
        .endEvent()
        .done();
  }

  @Test
  void shouldCatchMessagePublishedBefore() {
    deploy(waiting());
    publish("answer", "7", Map.of("text", "early"));

    var instance = start(Map.of("id", 7));

    assertThat(variables(instance)).containsEntry("text", "early");
    assertCompleted(instance);
  }

  @Test
  void shouldNotCatchMessageAfterItsTimeToLive() {
    deploy(waiting());
    publish("answer", "7");
    advance(Duration.ofHours(2));

    var instance = start(Map.of("id", "7"));

    assertThat(active(instance)).containsExactly("answered");
  }

  @Test
  void shouldCorrelateAtOnceOrNotAtAll() {
    var instance = start(waiting(), Map.of("id", "7"));
    var correlation =
        client().newCorrelateMessageCommand().messageName("answer").correlationKey("7");

    assertThat(correlation.send().join().getProcessInstanceKey()).isEqualTo(instance);

    assertCompleted(instance);
    assertThatThrownBy(() -> correlation.send().join())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("404");
  }

  @Test
  void shouldTerminateMessageCatchEvent() {
    var instance = start(waiting(), Map.of("id", "7"));

    cancel(instance);

    assertThat(terminated(instance)).containsExactly("answered");
    assertTerminated(instance);
  }

  private static BpmnModelInstance boundary(boolean interrupting) {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask("work", t -> t.zeebeJobType("work"))
        .boundaryEvent(
            "withdrawn",
            b ->
                b.cancelActivity(interrupting)
                    .message(m -> m.name("withdraw").zeebeCorrelationKeyExpression("id")))
        .endEvent("stopped")
        .moveToActivity("work")
        .endEvent("done")
        .done();
  }

  @Test
  void shouldInterruptActivityByMessage() {
    var instance = start(boundary(true), Map.of("id", "7"));

    publish("withdraw", "7");

    assertThat(terminated(instance)).containsExactly("work");
    assertThat(completed(instance)).contains("withdrawn", "stopped").doesNotContain("done");
    assertCompleted(instance);
  }

  @Test
  void shouldCatchEveryMessageWithoutInterrupting() {
    var instance = start(boundary(false), Map.of("id", "7"));

    publish("withdraw", "7");
    publish("withdraw", "7");
    complete("work");

    assertThat(completed(instance).stream().filter("stopped"::equals)).hasSize(2);
    assertThat(completed(instance)).contains("done");
    assertCompleted(instance);
  }

  @Test
  void shouldThrowMessageByWorker() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateThrowEvent("tell", e -> e.message("told").zeebeJobType("mail"))
                .endEvent("end", e -> e.message("ended").zeebeJobType("mail"))
                .done());

    complete("mail");
    complete("mail");

    assertThat(completed(instance)).contains("tell", "end");
    assertCompleted(instance);
  }

  @Test
  void shouldPublishThrownMessageToWaitingInstance() {
    var receiver = start(waiting(), Map.of("id", "7"));
    deploy(
        Bpmn.createExecutableProcess("sender")
            .startEvent()
            .intermediateThrowEvent(
                "tell", e -> e.message(m -> m.name("answer").zeebeCorrelationKeyExpression("id")))
            .endEvent()
            .done());

    client()
        .newCreateInstanceCommand()
        .bpmnProcessId("sender")
        .latestVersion()
        .variables(Map.of("id", "7"))
        .send()
        .join();

    assertCompleted(receiver);
  }
}
