package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Timer start, intermediate and boundary events. */
class TimerEventsIT extends Scenario {

  private static int instances() {
    return instancesOf(PROCESS).size();
  }

  @Test
  void shouldStartInstancesByCycle() {
    deploy(
        Bpmn.createExecutableProcess(PROCESS)
            .startEvent()
            .timerWithCycle("R2/PT1H")
            .endEvent()
            .done());
    assertThat(instances()).isZero();

    advance(Duration.ofHours(1));
    assertThat(instances()).isOne();
    advance(Duration.ofHours(1));
    assertThat(instances()).isEqualTo(2);
    advance(Duration.ofHours(5));
    assertThat(instances()).isEqualTo(2);
  }

  @Test
  void shouldStartInstancesOfTheLatestVersionOnly() {
    deploy(
        Bpmn.createExecutableProcess(PROCESS)
            .startEvent()
            .timerWithCycle("R/PT1H")
            .endEvent()
            .done());
    deploy(Bpmn.createExecutableProcess(PROCESS).startEvent().endEvent().done());

    advance(Duration.ofHours(3));

    assertThat(instances()).isZero();
  }

  private static BpmnModelInstance intermediate(String duration) {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .intermediateCatchEvent("wait", e -> e.timerWithDurationExpression(duration))
        .endEvent()
        .done();
  }

  @Test
  void shouldWaitForDuration() {
    var instance = start(intermediate("duration(delay)"), Map.of("delay", "PT2H"));
    assertThat(active(instance)).containsExactly("wait");

    advance(Duration.ofHours(1));
    assertThat(active(instance)).containsExactly("wait");
    advance(Duration.ofHours(1));

    assertThat(completed(instance)).contains("wait");
    assertCompleted(instance);
  }

  @Test
  void shouldWaitForDate() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .intermediateCatchEvent("wait", e -> e.timerWithDateExpression("now() + @\"P1D\""))
                .endEvent()
                .done());

    advance(Duration.ofDays(1));

    assertCompleted(instance);
  }

  @Test
  void shouldTerminateTimer() {
    var instance = start(intermediate("\"PT1H\""));

    cancel(instance);

    assertThat(terminated(instance)).containsExactly("wait");
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenTimerCannotBeEvaluated() {
    var instance = start(intermediate("delay"), Map.of("delay", "soon"));
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage()).contains("soon");

    setVariables(instance, Map.of("delay", "PT1H"));
    resolve(incident);
    advance(Duration.ofHours(1));

    assertCompleted(instance);
  }

  @Test
  void shouldInterruptActivity() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("work", t -> t.zeebeJobType("work"))
                .boundaryEvent("late", b -> b.timerWithDuration("PT1H"))
                .endEvent("gave-up")
                .moveToActivity("work")
                .endEvent("done")
                .done());

    advance(Duration.ofHours(1));

    assertThat(terminated(instance)).containsExactly("work");
    assertThat(completed(instance)).contains("late", "gave-up").doesNotContain("done");
    assertCompleted(instance);
  }

  private static BpmnModelInstance reminder() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .serviceTask("work", t -> t.zeebeJobType("work"))
        .boundaryEvent("remind", b -> b.cancelActivity(false).timerWithCycle("R2/PT1H"))
        .endEvent("reminded")
        .moveToActivity("work")
        .endEvent("done")
        .done();
  }

  @Test
  void shouldRemindWithoutInterrupting() {
    var instance = start(reminder());

    advance(Duration.ofHours(1));
    assertThat(completed(instance)).containsOnlyOnce("reminded");
    advance(Duration.ofHours(1));
    advance(Duration.ofHours(9));
    assertThat(completed(instance).stream().filter("reminded"::equals)).hasSize(2);
    assertThat(active(instance)).containsExactly("work");
    complete("work");

    assertThat(completed(instance)).contains("done");
    assertCompleted(instance);
  }

  @Test
  void shouldForgetTimerOfCompletedActivity() {
    var instance = start(reminder());

    complete("work");
    advance(Duration.ofHours(2));

    assertThat(completed(instance)).doesNotContain("remind");
    assertCompleted(instance);
  }
}
