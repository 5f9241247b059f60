package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ad-hoc sub-processes. */
class AdHocSubProcessesIT extends Scenario {

  private static BpmnModelInstance choices() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .adHocSubProcess(
            "choices",
            adHoc -> {
              adHoc.zeebeActiveElementsCollectionExpression("chosen");
              adHoc.serviceTask("a", t -> t.zeebeJobType("a"));
              adHoc.serviceTask("b", t -> t.zeebeJobType("b"));
              adHoc.serviceTask("c", t -> t.zeebeJobType("c"));
            })
        .endEvent("end")
        .done();
  }

  @Test
  void shouldStartChosenActivities() {
    var instance = start(choices(), Map.of("chosen", List.of("a", "c")));

    assertThat(active(instance)).contains("choices", "a", "c").doesNotContain("b");
    complete("a");
    complete("c");

    assertThat(completed(instance)).contains("choices", "end");
    assertCompleted(instance);
  }

  @Test
  void shouldStartMoreActivitiesOnDemand() {
    var instance = start(choices(), Map.of("chosen", List.of("a")));
    var adHoc =
        elements(instance).stream()
            .filter(element -> element.getType() == ElementInstanceType.AD_HOC_SUB_PROCESS)
            .map(element -> String.valueOf(element.getElementInstanceKey()))
            .findFirst()
            .orElseThrow();

    client().newActivateAdHocSubProcessActivitiesCommand(adHoc).activateElement("b").send().join();
    complete("a");
    assertThat(active(instance)).contains("b");
    complete("b");

    assertCompleted(instance);
  }

  @Test
  void shouldTerminateAdHocSubProcess() {
    var instance = start(choices(), Map.of("chosen", List.of("a")));

    cancel(instance);

    assertThat(terminated(instance)).contains("choices", "a");
    assertTerminated(instance);
  }

  @Test
  void shouldRaiseIncidentWhenActivityIsUnknown() {
    var instance = start(choices(), Map.of("chosen", List.of("x")));

    assertThat(incident(instance).getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
  }

  @Test
  void shouldCancelTheRestWhenConditionHolds() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .adHocSubProcess(
                    "choices",
                    adHoc -> {
                      adHoc.zeebeActiveElementsCollectionExpression("[\"a\", \"b\"]");
                      adHoc.completionCondition("=enough");
                      adHoc.serviceTask("a", t -> t.zeebeJobType("a"));
                      adHoc.serviceTask("b", t -> t.zeebeJobType("b"));
                    })
                .endEvent("end")
                .done(),
            Map.of("enough", false));

    complete("a", Map.of("enough", true));

    assertThat(terminated(instance)).contains("b");
    assertThat(completed(instance)).contains("end");
    assertCompleted(instance);
  }
}
