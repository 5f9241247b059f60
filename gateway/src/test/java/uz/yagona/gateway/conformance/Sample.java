package uz.yagona.gateway.conformance;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListener;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListenerEventType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * One element in one position, inside a small process: before it waits task {@code before}, after
 * it a task whose name the test chooses. The element has id {@code it}; wherever it evaluates
 * something, it needs variable {@code x} to be {@code "good"}. Message {@code stop} ends everything
 * else in the process.
 */
final class Sample {

  /** What is done with the element, a column of the table. */
  enum Operation {
    ACTIVATE,
    COMPLETE,
    INTERRUPT,
    INCIDENT,
    MODIFY,
    MIGRATE
  }

  static final Map<String, String> GOOD = Map.of("x", "good");
  private static final String HOLD = "hold";

  final String name;
  final ElementInstanceType type;
  private final Map<Operation, String> without = new EnumMap<>(Operation.class);
  private UnaryOperator<AbstractFlowNodeBuilder<?, ?>> body = before -> before;
  private Consumer<ProcessBuilder> around = process -> {};
  private boolean held;
  private String waitsAt = "it";
  private boolean ends;
  private LongConsumer finish = instance -> Scenario.complete(HOLD);
  private IncidentErrorType incident = IncidentErrorType.EXTRACT_VALUE_ERROR;

  Sample(String name, ElementInstanceType type) {
    this.name = name;
    this.type = type;
  }

  /** Adds the element behind task {@code before}; where it goes on is where it has put the end. */
  Sample model(UnaryOperator<AbstractFlowNodeBuilder<?, ?>> added) {
    body = added;
    return this;
  }

  /** What belongs to the process beside the flow. */
  Sample around(Consumer<ProcessBuilder> added) {
    around = added;
    return this;
  }

  /** The element passes at once: an execution listener holds it, so that it can be looked at. */
  Sample passes() {
    held = true;
    return this;
  }

  /** What lets the waiting element go on. */
  Sample finishedBy(LongConsumer action) {
    finish = action;
    return this;
  }

  Sample finishedBy(Runnable action) {
    return finishedBy(instance -> action.run());
  }

  /** The element that is active while the event {@code it} is waited for. */
  Sample waitedForAt(String elementId) {
    waitsAt = elementId;
    return this;
  }

  /** The flow does not go on behind it. */
  Sample ends() {
    ends = true;
    return this;
  }

  /** Nothing lets the element wait but the listener that holds it. */
  boolean passesAtOnce() {
    return held;
  }

  /** Type of the incident when {@code x} is missing. */
  Sample fails(IncidentErrorType errorType) {
    incident = errorType;
    return this;
  }

  Sample without(Operation operation, String reason) {
    without.put(operation, reason);
    return this;
  }

  boolean allows(Operation operation) {
    return !without.containsKey(operation);
  }

  /** Why there is no such test; empty if there is one. */
  String reason(Operation operation) {
    return without.getOrDefault(operation, "");
  }

  String waitsAt() {
    return waitsAt;
  }

  boolean hasEnd() {
    return ends;
  }

  IncidentErrorType incident() {
    return incident;
  }

  /** Lets the element go on. */
  void finish(long instance) {
    finish.accept(instance);
  }

  BpmnModelInstance model(String after) {
    var model = modelWithoutHold(after);
    if (held) {
      hold(model);
    }
    return model;
  }

  /** What is in the element's own evaluation shows only where no listener holds it before. */
  BpmnModelInstance modelWithoutHold(String after) {
    var process = Bpmn.createExecutableProcess(Scenario.PROCESS);
    around.accept(process);
    process.eventSubProcess(
        "stopped",
        sub ->
            sub.startEvent("stop")
                .message(m -> m.name("stop").zeebeCorrelationKeyExpression("\"stop\""))
                .endEvent());
    var flow = body.apply(process.startEvent("start").serviceTask("before", t -> job(t, "before")));
    return ends ? flow.done() : flow.serviceTask(after, t -> job(t, after)).endEvent("end").done();
  }

  private static void job(
      io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder task, String type) {
    task.zeebeJobType(type);
  }

  private static void hold(BpmnModelInstance model) {
    FlowNode element = model.getModelElementById("it");
    if (element.getExtensionElements() == null) {
      element.setExtensionElements(model.newInstance(ExtensionElements.class));
    }
    var listener = model.newInstance(ZeebeExecutionListener.class);
    listener.setEventType(ZeebeExecutionListenerEventType.start);
    listener.setType(HOLD);
    element
        .getExtensionElements()
        .addExtensionElement(ZeebeExecutionListeners.class)
        .addChildElement(listener);
  }

  @Override
  public String toString() {
    return name;
  }
}
