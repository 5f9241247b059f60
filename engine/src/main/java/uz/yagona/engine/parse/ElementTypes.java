package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Gateway;
import io.camunda.zeebe.model.bpmn.instance.InclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.ParallelGateway;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementTraits;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.EventBasedGateway;

/** Maps the names of BPMN elements to the kinds the engine knows. */
final class ElementTypes {

  private static final Map<String, ElementType> BY_NAME =
      Map.ofEntries(
          Map.entry("startEvent", ElementType.START_EVENT),
          Map.entry("endEvent", ElementType.END_EVENT),
          Map.entry("intermediateCatchEvent", ElementType.INTERMEDIATE_CATCH_EVENT),
          Map.entry("intermediateThrowEvent", ElementType.INTERMEDIATE_THROW_EVENT),
          Map.entry("boundaryEvent", ElementType.BOUNDARY_EVENT),
          Map.entry("task", ElementType.TASK),
          Map.entry("manualTask", ElementType.MANUAL_TASK),
          Map.entry("serviceTask", ElementType.SERVICE_TASK),
          Map.entry("userTask", ElementType.USER_TASK),
          Map.entry("receiveTask", ElementType.RECEIVE_TASK),
          Map.entry("sendTask", ElementType.SEND_TASK),
          Map.entry("scriptTask", ElementType.SCRIPT_TASK),
          Map.entry("businessRuleTask", ElementType.BUSINESS_RULE_TASK),
          Map.entry("callActivity", ElementType.CALL_ACTIVITY),
          Map.entry("subProcess", ElementType.SUB_PROCESS),
          Map.entry("adHocSubProcess", ElementType.AD_HOC_SUB_PROCESS),
          Map.entry("exclusiveGateway", ElementType.EXCLUSIVE_GATEWAY),
          Map.entry("parallelGateway", ElementType.PARALLEL_GATEWAY),
          Map.entry("inclusiveGateway", ElementType.INCLUSIVE_GATEWAY),
          Map.entry("eventBasedGateway", ElementType.EVENT_BASED_GATEWAY));

  private ElementTypes() {}

  /** {@code null} for elements that the engine does not execute. */
  static @Nullable ElementType of(FlowNode node) {
    if (node instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
      return ElementType.EVENT_SUB_PROCESS;
    }
    return BY_NAME.get(node.getElementType().getTypeName());
  }

  static Element gateway(Gateway gateway, ElementTraits traits, Flows flows) {
    if (gateway instanceof ExclusiveGateway exclusive) {
      return new uz.yagona.engine.model.ExclusiveGateway(
          traits, flows.find(exclusive.getDefault()));
    }
    if (gateway instanceof InclusiveGateway inclusive) {
      return new uz.yagona.engine.model.InclusiveGateway(
          traits, flows.find(inclusive.getDefault()));
    }
    return gateway instanceof ParallelGateway
        ? new uz.yagona.engine.model.ParallelGateway(traits)
        : new EventBasedGateway(traits);
  }
}
