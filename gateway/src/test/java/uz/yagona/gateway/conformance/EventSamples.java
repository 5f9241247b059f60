package uz.yagona.gateway.conformance;

import static uz.yagona.gateway.conformance.ActivitySamples.whenGood;
import static uz.yagona.gateway.conformance.Scenario.advance;
import static uz.yagona.gateway.conformance.Scenario.broadcast;
import static uz.yagona.gateway.conformance.Scenario.complete;
import static uz.yagona.gateway.conformance.Scenario.publish;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.EndEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.IntermediateCatchEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.IntermediateThrowEventBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import uz.yagona.gateway.conformance.Sample.Operation;

/** Intermediate and end events. */
final class EventSamples {
  private static final String NOTHING = "evaluates nothing";

  private EventSamples() {}

  private static Sample caught(String name, Consumer<IntermediateCatchEventBuilder> event) {
    return new Sample(name + " catch event", ElementInstanceType.INTERMEDIATE_CATCH_EVENT)
        .model(before -> before.intermediateCatchEvent("it", event));
  }

  private static Sample thrown(String name, Consumer<IntermediateThrowEventBuilder> event) {
    return new Sample(name + " throw event", ElementInstanceType.INTERMEDIATE_THROW_EVENT)
        .model(before -> before.intermediateThrowEvent("it", event));
  }

  private static Sample end(String name, Consumer<EndEventBuilder> event) {
    return new Sample(name + " end event", ElementInstanceType.END_EVENT)
        .model(before -> before.endEvent("it", event))
        .ends();
  }

  static List<Sample> caught() {
    return List.of(
        caught("message", e -> e.message(m -> m.name("go").zeebeCorrelationKeyExpression("x")))
            .finishedBy(() -> publish("go", "good")),
        caught("timer (duration)", e -> e.timerWithDurationExpression(whenGood("\"PT1H\"")))
            .finishedBy(() -> advance(Duration.ofHours(2))),
        caught(
                "timer (date)",
                e -> e.timerWithDateExpression(whenGood("now() + duration(\"PT1H\")")))
            .finishedBy(() -> advance(Duration.ofHours(2))),
        caught("signal", e -> e.signal(s -> s.nameExpression("x")))
            .finishedBy(() -> broadcast("good")),
        caught("conditional", e -> e.condition(c -> c.condition("=y = 1")))
            .finishedBy(instance -> Scenario.setVariables(instance, Map.of("y", 1)))
            .without(Operation.INCIDENT, "what cannot be evaluated does not hold"),
        new Sample("link catch event", ElementInstanceType.INTERMEDIATE_CATCH_EVENT)
            .model(
                before ->
                    before
                        .intermediateThrowEvent("jump", e -> e.link("there"))
                        .moveToProcess(Scenario.PROCESS)
                        .linkCatchEvent("it")
                        .link("there"))
            .passes()
            .without(Operation.INCIDENT, NOTHING));
  }

  static List<Sample> thrown() {
    return List.of(
        thrown("none", e -> {}).passes().without(Operation.INCIDENT, NOTHING),
        thrown("message (job worker)", e -> e.message("go").zeebeJobTypeExpression("x"))
            .finishedBy(() -> complete("good")),
        thrown("signal", e -> e.signal("=x")).passes(),
        thrown("escalation", e -> e.escalationExpression("x")).passes(),
        thrown("compensation", e -> e.compensateEventDefinition())
            .model(
                before ->
                    undoable(before)
                        .intermediateThrowEvent("it", e -> e.compensateEventDefinition()))
            .finishedBy(() -> complete("undo"))
            .without(Operation.INCIDENT, NOTHING)
            .without(Operation.MODIFY, "nothing to undo is done yet: it passes"));
  }

  private static AbstractFlowNodeBuilder<?, ?> undoable(AbstractFlowNodeBuilder<?, ?> before) {
    return undoable(before, c -> c.serviceTask("undo").zeebeJobType("undo"));
  }

  /** A finished task with a handler that can undo it. */
  static AbstractFlowNodeBuilder<?, ?> undoable(
      AbstractFlowNodeBuilder<?, ?> before, Consumer<BoundaryEventBuilder> handler) {
    return before
        .manualTask("work")
        .boundaryEvent("undone")
        .compensation(handler)
        .moveToNode("work");
  }

  static List<Sample> ends() {
    return List.of(
        end("none", e -> {}).passes().without(Operation.INCIDENT, NOTHING),
        end("message (job worker)", e -> e.message("go").zeebeJobTypeExpression("x"))
            .finishedBy(() -> complete("good")),
        end("signal", e -> e.signal("=x")).passes(),
        end("escalation", e -> e.escalationExpression("x")).passes(),
        end("terminate", EndEventBuilder::terminate).passes().without(Operation.INCIDENT, NOTHING),
        end("error", e -> e.error("good"))
            .around(
                process ->
                    process.eventSubProcess(
                        "caught", s -> s.startEvent("failed").error("good").endEvent()))
            .passes()
            .without(Operation.COMPLETE, "it is terminated by what it throws: `ErrorEventsIT`")
            .without(Operation.INCIDENT, "`ErrorEventsIT`"),
        end("compensation", e -> {})
            .model(before -> undoable(before).endEvent("it", e -> e.compensateEventDefinition()))
            .finishedBy(() -> complete("undo"))
            .without(Operation.INCIDENT, NOTHING)
            .without(Operation.MODIFY, "nothing to undo is done yet: it passes"));
  }
}
