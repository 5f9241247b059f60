package uz.yagona.gateway.conformance;

import static uz.yagona.gateway.conformance.Scenario.publish;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.List;
import uz.yagona.gateway.conformance.Sample.Operation;

/** Gateways. */
final class GatewaySamples {

  private GatewaySamples() {}

  static List<Sample> all() {
    return List.of(
        new Sample("exclusive gateway", ElementInstanceType.EXCLUSIVE_GATEWAY)
            .model(before -> before.exclusiveGateway("it").conditionExpression("x = \"good\""))
            .passes()
            .without(Operation.INCIDENT, "`GatewaysIT`"),
        new Sample("inclusive gateway", ElementInstanceType.INCLUSIVE_GATEWAY)
            .model(before -> before.inclusiveGateway("it").conditionExpression("x = \"good\""))
            .passes()
            .without(Operation.INCIDENT, "`GatewaysIT`"),
        new Sample("parallel gateway", ElementInstanceType.PARALLEL_GATEWAY)
            .model(before -> before.parallelGateway("it"))
            .passes()
            .without(Operation.INCIDENT, "evaluates nothing"),
        new Sample("event-based gateway", ElementInstanceType.EVENT_BASED_GATEWAY)
            .model(
                before ->
                    before
                        .eventBasedGateway("it")
                        .intermediateCatchEvent("late", e -> e.timerWithDuration("PT1H"))
                        .endEvent()
                        .moveToNode("it")
                        .intermediateCatchEvent(
                            "came",
                            e -> e.message(m -> m.name("go").zeebeCorrelationKeyExpression("x"))))
            .finishedBy(() -> publish("go", "good"))
            .fails(IncidentErrorType.EXTRACT_VALUE_ERROR));
  }
}
