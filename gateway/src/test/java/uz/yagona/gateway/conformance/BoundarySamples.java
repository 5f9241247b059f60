package uz.yagona.gateway.conformance;

import static uz.yagona.gateway.conformance.ActivitySamples.whenGood;
import static uz.yagona.gateway.conformance.Scenario.advance;
import static uz.yagona.gateway.conformance.Scenario.broadcast;
import static uz.yagona.gateway.conformance.Scenario.complete;
import static uz.yagona.gateway.conformance.Scenario.publish;
import static uz.yagona.gateway.conformance.Scenario.throwError;

import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import uz.yagona.gateway.conformance.Sample.Operation;

/** Boundary events on a task, and event sub-processes inside a sub-process, of every trigger. */
final class BoundarySamples {
  private static final String FIXED = "its code is fixed text";

  private BoundarySamples() {}

  // boundary events -------------------------------------------------------------------------------

  private static Sample boundary(
      String name, boolean interrupting, Consumer<BoundaryEventBuilder> event) {
    return new Sample(
            title("boundary event", name, interrupting), ElementInstanceType.BOUNDARY_EVENT)
        .model(
            before ->
                before
                    .serviceTask("host", t -> t.zeebeJobType("host"))
                    .endEvent("done")
                    .moveToActivity("host")
                    .boundaryEvent(
                        "it",
                        b -> {
                          b.cancelActivity(interrupting);
                          event.accept(b);
                        }))
        .waitedForAt("host");
  }

  private static String title(String position, String name, boolean interrupting) {
    return "%s %s%s".formatted(name, position, interrupting ? "" : ", not interrupting");
  }

  static List<Sample> boundaryEvents() {
    return Stream.of(true, false).flatMap(BoundarySamples::boundaryEvents).toList();
  }

  private static Stream<Sample> boundaryEvents(boolean interrupting) {
    var common =
        Stream.of(
            boundary(
                    "message",
                    interrupting,
                    b -> b.message(m -> m.name("go").zeebeCorrelationKeyExpression("x")))
                .finishedBy(() -> publish("go", "good")),
            boundary(
                    "timer", interrupting, b -> b.timerWithDurationExpression(whenGood("\"PT1H\"")))
                .finishedBy(() -> advance(Duration.ofHours(2))),
            boundary("signal", interrupting, b -> b.signal(s -> s.nameExpression("x")))
                .finishedBy(() -> broadcast("good")),
            boundary("conditional", interrupting, b -> b.condition(c -> c.condition("=y = 1")))
                .finishedBy(instance -> Scenario.setVariables(instance, Map.of("y", 1)))
                .without(Operation.INCIDENT, "what cannot be evaluated does not hold"),
            escalation(interrupting));
    var error =
        boundary("error", true, b -> b.error("good"))
            .finishedBy(() -> throwError("host", "good", Map.of()))
            .without(Operation.INCIDENT, FIXED);
    return interrupting ? Stream.concat(common, Stream.of(error)) : common;
  }

  /** An escalation comes from inside a sub-process. */
  private static Sample escalation(boolean interrupting) {
    return boundary("escalation", interrupting, b -> {})
        .model(
            before ->
                before
                    .subProcess(
                        "host",
                        s ->
                            s.embeddedSubProcess()
                                .startEvent()
                                .serviceTask("throwing", t -> t.zeebeJobType("throwing"))
                                .intermediateThrowEvent("thrown", e -> e.escalation("good"))
                                .serviceTask("inner", t -> t.zeebeJobType("inner"))
                                .endEvent())
                    .endEvent("done")
                    .moveToActivity("host")
                    .boundaryEvent("it", b -> b.cancelActivity(interrupting).escalation("good")))
        .finishedBy(() -> complete("throwing"))
        .without(Operation.INCIDENT, FIXED);
  }

  // event sub-processes ---------------------------------------------------------------------------

  private static Sample inside(
      String name, boolean interrupting, Consumer<StartEventBuilder> event) {
    return new Sample(
            title("event sub-process", name, interrupting), ElementInstanceType.EVENT_SUB_PROCESS)
        .model(
            before ->
                before.subProcess(
                    "host",
                    s -> {
                      s.embeddedSubProcess()
                          .eventSubProcess(
                              "it",
                              sub ->
                                  sub.startEvent(
                                          "it-start",
                                          start -> {
                                            start.interrupting(interrupting);
                                            event.accept(start);
                                          })
                                      .endEvent());
                      s.embeddedSubProcess()
                          .startEvent()
                          .serviceTask("throwing", t -> t.zeebeJobType("throwing"))
                          .intermediateThrowEvent("thrown", e -> e.escalation("good"))
                          .serviceTask("inner", t -> t.zeebeJobType("inner"))
                          .endEvent();
                    }))
        .waitedForAt("host");
  }

  static List<Sample> eventSubProcesses() {
    return Stream.of(true, false).flatMap(BoundarySamples::eventSubProcesses).toList();
  }

  /** What is left of a sub-process that the event has not interrupted. */
  private static Sample thenTheRest(Sample sample, boolean interrupting, Runnable trigger) {
    return sample.finishedBy(
        () -> {
          trigger.run();
          if (!interrupting) {
            Samples.completeAll("throwing");
            Samples.completeAll("inner");
          }
        });
  }

  private static Stream<Sample> eventSubProcesses(boolean interrupting) {
    var common =
        Stream.of(
            thenTheRest(
                inside(
                    "message",
                    interrupting,
                    e -> e.message(m -> m.name("go").zeebeCorrelationKeyExpression("x"))),
                interrupting,
                () -> publish("go", "good")),
            thenTheRest(
                inside(
                    "timer",
                    interrupting,
                    e -> e.timerWithDurationExpression(whenGood("\"PT1H\""))),
                interrupting,
                () -> advance(Duration.ofHours(2))),
            thenTheRest(
                inside("signal", interrupting, e -> e.signal(s -> s.nameExpression("x"))),
                interrupting,
                () -> broadcast("good")),
            inside("conditional", interrupting, e -> e.condition(c -> c.condition("=y = 1")))
                .finishedBy(
                    instance -> {
                      Scenario.setVariables(instance, Map.of("y", 1));
                      if (!interrupting) {
                        Samples.completeAll("throwing");
                        Samples.completeAll("inner");
                      }
                    })
                .without(Operation.INCIDENT, "what cannot be evaluated does not hold"),
            thenTheRest(
                    inside("escalation", interrupting, e -> e.escalation("good")),
                    interrupting,
                    () -> complete("throwing"))
                .without(Operation.INCIDENT, FIXED));
    var error =
        inside("error", true, e -> e.error("good"))
            .finishedBy(() -> throwError("throwing", "good", Map.of()))
            .without(Operation.INCIDENT, FIXED);
    return interrupting ? Stream.concat(common, Stream.of(error)) : common;
  }
}
