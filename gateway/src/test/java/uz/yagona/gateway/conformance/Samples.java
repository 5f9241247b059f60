package uz.yagona.gateway.conformance;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All rows of the table, and what the small processes around them need. */
final class Samples {

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="drg" namespace="n">
        <decision id="good" name="Good">
          <variable id="v" name="good"/>
          <literalExpression id="l"><text>"good"</text></literalExpression>
        </decision>
      </definitions>""";

  private Samples() {}

  static List<Sample> all() {
    return Stream.of(
            ActivitySamples.tasks(),
            ActivitySamples.scopes(),
            GatewaySamples.all(),
            EventSamples.caught(),
            EventSamples.thrown(),
            EventSamples.ends(),
            BoundarySamples.boundaryEvents(),
            BoundarySamples.eventSubProcesses())
        .flatMap(List::stream)
        .toList();
  }

  /** Process {@code good} and decision {@code good}, which some of the elements call. */
  static void deployWhatIsCalled() {
    Scenario.client()
        .newDeployResourceCommand()
        .addProcessModel(
            Bpmn.createExecutableProcess("good")
                .startEvent()
                .serviceTask("called", t -> t.zeebeJobType("called"))
                .endEvent()
                .done(),
            "good.bpmn")
        .addResourceStringUtf8(DECISION, "good.dmn")
        .send()
        .join();
  }

  /** Completes what runs beside the element, if anything does. */
  static void finishTheRest(long instance) {
    for (var type : List.of("host", "inner", "beside")) {
      if (Scenario.active(instance).contains(type)) {
        Scenario.jobs(type).forEach(job -> Scenario.client().newCompleteCommand(job).send().join());
      }
    }
  }

  /** Ids of all elements that the next version has as well. */
  static List<String> mapped(Sample sample) {
    return sample.model("after").getModelElementsByType(FlowNode.class).stream()
        .map(FlowNode::getId)
        .filter(id -> !id.equals("before") && !id.equals("after"))
        .filter(id -> !id.contains("_")) // made up by the builder, different in each model
        .toList();
  }

  /** Completes every job of a type. */
  static void completeAll(String jobType) {
    Scenario.jobs(jobType)
        .forEach(
            job -> Scenario.client().newCompleteCommand(job).variables(Map.of()).send().join());
  }
}
