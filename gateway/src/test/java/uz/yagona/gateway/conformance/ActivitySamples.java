package uz.yagona.gateway.conformance;

import static uz.yagona.gateway.conformance.Scenario.client;
import static uz.yagona.gateway.conformance.Scenario.complete;
import static uz.yagona.gateway.conformance.Scenario.publish;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.util.List;
import java.util.function.Consumer;
import uz.yagona.gateway.conformance.Sample.Operation;

/** Tasks, sub-processes, call activities and what repeats them. */
final class ActivitySamples {
  private static final String WHEN_GOOD = "if x = \"good\" then %s else null";

  private ActivitySamples() {}

  static List<Sample> tasks() {
    return List.of(
        new Sample("undefined task", ElementInstanceType.TASK)
            .model(before -> needing(before.task("it")))
            .passes()
            .fails(IncidentErrorType.IO_MAPPING_ERROR),
        new Sample("manual task", ElementInstanceType.MANUAL_TASK)
            .model(before -> needing(before.manualTask("it")))
            .passes()
            .fails(IncidentErrorType.IO_MAPPING_ERROR),
        new Sample("service task", ElementInstanceType.SERVICE_TASK)
            .model(before -> before.serviceTask("it", t -> t.zeebeJobTypeExpression("x")))
            .finishedBy(() -> complete("good")),
        new Sample("user task", ElementInstanceType.USER_TASK)
            .model(
                before ->
                    before.userTask(
                        "it", t -> t.zeebeUserTask().zeebeTaskPriorityExpression(whenGood("7"))))
            .finishedBy(ActivitySamples::completeUserTask),
        new Sample("user task (job worker)", ElementInstanceType.USER_TASK)
            .model(before -> needing(before.userTask("it")))
            .finishedBy(() -> complete("io.camunda.zeebe:userTask"))
            .fails(IncidentErrorType.IO_MAPPING_ERROR),
        new Sample("receive task", ElementInstanceType.RECEIVE_TASK)
            .model(
                before ->
                    before.receiveTask(
                        "it", t -> t.message(m -> m.name("go").zeebeCorrelationKeyExpression("x"))))
            .finishedBy(() -> publish("go", "good")),
        new Sample("send task (job worker)", ElementInstanceType.SEND_TASK)
            .model(before -> before.sendTask("it", t -> t.zeebeJobTypeExpression("x")))
            .finishedBy(() -> complete("good")),
        new Sample("script task (FEEL)", ElementInstanceType.SCRIPT_TASK)
            .model(
                before ->
                    before.scriptTask(
                        "it",
                        t ->
                            t.zeebeExpression("assert(x, x != null)")
                                .zeebeResultVariable("result")))
            .passes(),
        new Sample("script task (job worker)", ElementInstanceType.SCRIPT_TASK)
            .model(before -> before.scriptTask("it", t -> t.zeebeJobTypeExpression("x")))
            .finishedBy(() -> complete("good")),
        new Sample("business rule task (DMN)", ElementInstanceType.BUSINESS_RULE_TASK)
            .model(
                before ->
                    before.businessRuleTask(
                        "it",
                        t -> t.zeebeCalledDecisionIdExpression("x").zeebeResultVariable("result")))
            .passes(),
        new Sample("business rule task (job worker)", ElementInstanceType.BUSINESS_RULE_TASK)
            .model(before -> before.businessRuleTask("it", t -> t.zeebeJobTypeExpression("x")))
            .finishedBy(() -> complete("good")));
  }

  static List<Sample> scopes() {
    return List.of(
        new Sample("call activity", ElementInstanceType.CALL_ACTIVITY)
            .model(before -> before.callActivity("it", c -> c.zeebeProcessIdExpression("x")))
            .finishedBy(() -> complete("called")),
        new Sample("embedded sub-process", ElementInstanceType.SUB_PROCESS)
            .model(
                before ->
                    needing(
                        before.subProcess(
                            "it",
                            s ->
                                s.embeddedSubProcess()
                                    .startEvent()
                                    .serviceTask("inside", t -> t.zeebeJobType("inside"))
                                    .endEvent())))
            .finishedBy(() -> complete("inside"))
            .fails(IncidentErrorType.IO_MAPPING_ERROR),
        new Sample("ad-hoc sub-process", ElementInstanceType.AD_HOC_SUB_PROCESS)
            .model(
                before ->
                    before.adHocSubProcess(
                        "it",
                        a -> {
                          a.zeebeActiveElementsCollectionExpression(whenGood("[\"good\"]"));
                          a.serviceTask("good", t -> t.zeebeJobType("inside"));
                        }))
            .finishedBy(() -> complete("inside")),
        new Sample("ad-hoc sub-process (job worker)", ElementInstanceType.AD_HOC_SUB_PROCESS)
            .model(
                before ->
                    before.adHocSubProcess(
                        "it",
                        a -> {
                          a.zeebeJobTypeExpression("x");
                          a.serviceTask("chosen", t -> t.zeebeJobType("chosen"));
                        }))
            .finishedBy(ActivitySamples::decide),
        new Sample("multi-instance, parallel", ElementInstanceType.MULTI_INSTANCE_BODY)
            .model(before -> before.serviceTask("it", t -> repeated(t, m -> m.parallel())))
            .finishedBy(() -> Samples.completeAll("it")),
        new Sample("multi-instance, sequential", ElementInstanceType.MULTI_INSTANCE_BODY)
            .model(before -> before.serviceTask("it", t -> repeated(t, m -> m.sequential())))
            .finishedBy(
                () -> {
                  complete("it");
                  complete("it");
                }),
        new Sample("compensation handler", ElementInstanceType.SERVICE_TASK)
            .model(
                before ->
                    EventSamples.undoable(
                            before, c -> c.serviceTask("it").zeebeJobTypeExpression("x"))
                        .intermediateThrowEvent("undo", e -> e.compensateEventDefinition()))
            .finishedBy(() -> complete("good"))
            .without(Operation.MODIFY, "belongs to no flow: it runs when its activity is undone"));
  }

  private static void repeated(
      io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder task,
      Consumer<MultiInstanceLoopCharacteristicsBuilder> order) {
    task.zeebeJobType("it")
        .multiInstance(
            m -> {
              m.zeebeInputCollectionExpression(whenGood("[1, 2]")).zeebeInputElement("item");
              order.accept(m);
            });
  }

  static String whenGood(String expression) {
    return WHEN_GOOD.formatted(expression);
  }

  private static void completeUserTask(long instance) {
    var task = Scenario.userTask(instance);
    client().newCompleteUserTaskCommand(task.getUserTaskKey()).send().join();
  }

  private static void decide(long instance) {
    client()
        .newCompleteCommand(Scenario.job("good"))
        .withResult(r -> r.forAdHocSubProcess().activateElement("chosen"))
        .send()
        .join();
    complete("chosen");
    client()
        .newCompleteCommand(Scenario.job("good"))
        .withResult(r -> r.forAdHocSubProcess().completionConditionFulfilled(true))
        .send()
        .join();
  }

  /** An input mapping that fails without {@code x}. */
  static <B extends io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder<?, ?>> B needing(
      B builder) {
    var element = (BaseElement) builder.getElement();
    var model = (io.camunda.zeebe.model.bpmn.BpmnModelInstance) element.getModelInstance();
    if (element.getExtensionElements() == null) {
      element.setExtensionElements(
          model.newInstance(io.camunda.zeebe.model.bpmn.instance.ExtensionElements.class));
    }
    var input = model.newInstance(ZeebeInput.class);
    input.setSource("=assert(x, x != null)");
    input.setTarget("needed");
    element.getExtensionElements().addExtensionElement(ZeebeIoMapping.class).addChildElement(input);
    return builder;
  }
}
