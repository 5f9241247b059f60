package uz.yagona.engine.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.model.Binding;
import uz.yagona.engine.model.BoundaryEvent;
import uz.yagona.engine.model.CallActivity;
import uz.yagona.engine.model.DecisionTask;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.ElementType;
import uz.yagona.engine.model.EndEvent;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.EventSubProcess;
import uz.yagona.engine.model.ExclusiveGateway;
import uz.yagona.engine.model.IntermediateCatchEvent;
import uz.yagona.engine.model.IntermediateThrowEvent;
import uz.yagona.engine.model.JobTask;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.model.ReceiveTask;
import uz.yagona.engine.model.ScriptTask;
import uz.yagona.engine.model.SendTask;
import uz.yagona.engine.model.SubProcess;
import uz.yagona.engine.model.TaskListener;
import uz.yagona.engine.model.UserTask;

class BpmnParserTest {

  private static final BpmnParser PARSER =
      new BpmnParser(new Feel(Clock.systemUTC(), ZoneOffset.UTC));

  private static ProcessModel parse(BpmnModelInstance model) {
    return PARSER.parse("test.bpmn", Bpmn.convertToString(model).getBytes(UTF_8)).get(0);
  }

  private static List<String> faultsOf(BpmnModelInstance model) {
    return faultsOf(Bpmn.convertToString(model));
  }

  private static List<String> faultsOf(String xml) {
    try {
      PARSER.parse("test.bpmn", xml.getBytes(UTF_8));
    } catch (InvalidModelException e) {
      return e.faults();
    }
    throw new AssertionError("expected faults, but the model was accepted");
  }

  private static <T extends Element> T element(ProcessModel model, String id, Class<T> type) {
    return type.cast(model.element(id));
  }

  @Test
  void shouldReadProcessWithItsFlows() {
    var model =
        parse(
            Bpmn.createExecutableProcess("order")
                .name("Order")
                .versionTag("1.2")
                .startEvent("start")
                .sequenceFlowId("to-end")
                .endEvent("end")
                .done());

    assertThat(model.id()).isEqualTo("order");
    assertThat(model.name()).isEqualTo("Order");
    assertThat(model.versionTag()).isEqualTo("1.2");
    assertThat(model.root().children()).containsExactly("start", "end");
    assertThat(model.root().noneStart()).isSameAs(model.element("start"));
    assertThat(model.element("start").outgoing())
        .singleElement()
        .satisfies(flow -> assertThat(model.target(flow).id()).isEqualTo("end"));
    assertThat(model.element("end").incoming()).containsExactly(model.flows().get("to-end"));
    assertThat(model.elements().keySet()).containsExactlyInAnyOrder("order", "start", "end");
  }

  @Test
  void shouldReadServiceTaskWithMappingsHeadersAndListeners() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .serviceTask("pay")
                .zeebeJobTypeExpression("\"pay-\" + method")
                .zeebeJobRetries("5")
                .zeebeTaskHeader("amount", "all")
                .zeebeInputExpression("order.total", "payment.amount")
                .zeebeOutputExpression("receipt", "receipt")
                .zeebeStartExecutionListener("before")
                .zeebeEndExecutionListener("after", "1")
                .done());

    var task = element(model, "pay", JobTask.class);
    assertThat(task.type()).isEqualTo(ElementType.SERVICE_TASK);
    assertThat(task.job().type().text()).isEqualTo("=\"pay-\" + method");
    assertThat(task.job().retries().text()).isEqualTo("5");
    assertThat(task.job().headers()).isEqualTo(Map.of("amount", "all"));
    assertThat(task.inputs())
        .singleElement()
        .satisfies(input -> assertThat(input.target()).containsExactly("payment", "amount"));
    assertThat(task.outputs()).singleElement().extracting("variable").isEqualTo("receipt");
    assertThat(task.startListeners().get(0).job().type().text()).isEqualTo("before");
    assertThat(task.startListeners().get(0).job().retries().text()).isEqualTo("3");
    assertThat(task.endListeners().get(0).job().retries().text()).isEqualTo("1");
  }

  @Test
  void shouldReadUserTask() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("review")
                .zeebeUserTask()
                .zeebeAssigneeExpression("reviewer")
                .zeebeCandidateGroups("a,b")
                .zeebeDueDate("2026-12-31T18:00:00Z")
                .zeebeTaskPriority("80")
                .zeebeFormId("form")
                .zeebeFormBindingType(ZeebeBindingType.deployment)
                .zeebeTaskHeader("k", "v")
                .zeebeTaskListener(listener -> listener.completing().type("check").retries("2"))
                .done());

    var task = element(model, "review", UserTask.class);
    assertThat(task.nativeTask()).isTrue();
    assertThat(task.assignee().text()).isEqualTo("=reviewer");
    assertThat(task.candidateGroups().text()).isEqualTo("a,b");
    assertThat(task.candidateUsers()).isNull();
    assertThat(task.priority().text()).isEqualTo("80");
    assertThat(task.form().formId().text()).isEqualTo("form");
    assertThat(task.form().binding().type()).isEqualTo(Binding.Type.DEPLOYMENT);
    assertThat(task.listeners(TaskListener.Event.COMPLETING))
        .singleElement()
        .satisfies(listener -> assertThat(listener.job().type().text()).isEqualTo("check"));
  }

  @Test
  void shouldReadUserTaskOfJobWorkersWithEmbeddedForm() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .userTask("review")
                .zeebeUserTaskForm("the-form", "{\"components\":[]}")
                .done());

    var task = element(model, "review", UserTask.class);
    assertThat(task.nativeTask()).isFalse();
    assertThat(task.form().formKey()).isEqualTo("camunda-forms:bpmn:the-form");
    assertThat(model.embeddedForms()).containsEntry("the-form", "{\"components\":[]}");
  }

  @Test
  void shouldReadGatewaysWithConditionsInOrder() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .exclusiveGateway("split")
                .conditionExpression("a > 1")
                .endEvent("one")
                .moveToLastExclusiveGateway()
                .defaultFlow()
                .endEvent("two")
                .done());

    var gateway = element(model, "split", ExclusiveGateway.class);
    assertThat(gateway.outgoing()).extracting("targetId").containsExactly("one", "two");
    assertThat(gateway.outgoing().get(0).condition().text()).isEqualTo("=a > 1");
    assertThat(gateway.defaultFlow()).isSameAs(gateway.outgoing().get(1));
  }

  @Test
  void shouldReadMessages() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent("start")
                .message("began")
                .receiveTask("wait")
                .message(m -> m.nameExpression("\"paid\"").zeebeCorrelationKeyExpression("orderId"))
                .intermediateThrowEvent(
                    "tell",
                    event ->
                        event.message(
                            m ->
                                m.name("told")
                                    .zeebeCorrelationKeyExpression("orderId")
                                    .zeebeTimeToLive("PT1H")))
                .sendTask("send")
                .message(m -> m.name("sent").zeebeCorrelationKeyExpression("orderId"))
                .endEvent("by-worker", e -> e.message("done").zeebeJobType("mail"))
                .done());

    assertThat(model.root().startEvents().get(0).definition())
        .isInstanceOfSatisfying(
            EventDefinition.Message.class,
            message -> {
              assertThat(message.name().text()).isEqualTo("began");
              assertThat(message.correlationKey()).isNull();
            });
    assertThat(element(model, "wait", ReceiveTask.class).message().correlationKey().text())
        .isEqualTo("=orderId");
    assertThat(element(model, "tell", IntermediateThrowEvent.class).definition())
        .isInstanceOfSatisfying(
            EventDefinition.PublishMessage.class,
            message -> assertThat(message.timeToLive().text()).isEqualTo("PT1H"));
    assertThat(element(model, "send", SendTask.class).message().name().text()).isEqualTo("sent");
    assertThat(element(model, "by-worker", EndEvent.class).definition())
        .isInstanceOf(EventDefinition.Job.class);
  }

  @Test
  void shouldReadBoundaryEventsAndCompensation() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .serviceTask("book", t -> t.zeebeJobType("book"))
                .boundaryEvent("undo")
                .compensation(c -> c.serviceTask("cancel").zeebeJobType("cancel"))
                .moveToActivity("book")
                .boundaryEvent("late")
                .cancelActivity(false)
                .timerWithCycle("R3/PT1H")
                .endEvent()
                .moveToActivity("book")
                .boundaryEvent("failed")
                .error("FULL")
                .endEvent()
                .moveToActivity("book")
                .intermediateThrowEvent("compensate", e -> e.compensateEventDefinition())
                .endEvent()
                .done());

    var book = model.activity("book");
    assertThat(book.activity().compensationEventId()).isEqualTo("undo");
    assertThat(book.compensationHandlerId()).isEqualTo("cancel");
    assertThat(model.activity("cancel").isForCompensation()).isTrue();
    assertThat(book.boundaryEvents())
        .extracting(BoundaryEvent::id)
        .containsExactly("late", "failed");
    assertThat(book.boundaryEvents().get(0).interrupting()).isFalse();
    assertThat(book.boundaryEvents()).contains(element(model, "late", BoundaryEvent.class));
    assertThat(book.boundaryEvents().get(1).definition())
        .isInstanceOfSatisfying(
            EventDefinition.BpmnError.class,
            error -> assertThat(error.code().text()).isEqualTo("FULL"));
    assertThat(element(model, "compensate", IntermediateThrowEvent.class).definition())
        .isEqualTo(new EventDefinition.Compensation(null));
  }

  @Test
  void shouldReadSubProcesses() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .eventSubProcess(
                    "on-withdraw",
                    s ->
                        s.startEvent("withdrawn")
                            .interrupting(true)
                            .message(
                                m -> m.name("withdrawn").zeebeCorrelationKeyExpression("requestId"))
                            .endEvent())
                .startEvent()
                .subProcess(
                    "inner",
                    s -> s.embeddedSubProcess().startEvent("inner-start").endEvent("inner-end"))
                .multiInstance(
                    m ->
                        m.sequential()
                            .zeebeInputCollectionExpression("items")
                            .zeebeInputElement("item")
                            .zeebeOutputCollection("results")
                            .zeebeOutputElementExpression("result")
                            .completionCondition("=numberOfCompletedInstances > 1"))
                .endEvent()
                .done());

    assertThat(model.root().eventSubProcesses())
        .singleElement()
        .isSameAs(element(model, "on-withdraw", EventSubProcess.class));
    assertThat(element(model, "on-withdraw", EventSubProcess.class).isInterrupting()).isTrue();
    var inner = element(model, "inner", SubProcess.class);
    assertThat(inner.noneStart().id()).isEqualTo("inner-start");
    assertThat(model.element("inner-end").scopeId()).isEqualTo("inner");
    assertThat(inner.multiInstance().sequential()).isTrue();
    assertThat(inner.multiInstance().inputElement()).isEqualTo("item");
    assertThat(inner.multiInstance().completionCondition()).isNotNull();
  }

  @Test
  void shouldReadCallsDecisionsAndScripts() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .callActivity("call")
                .zeebeProcessId("other")
                .zeebePropagateAllChildVariables(false)
                .zeebeBindingType(ZeebeBindingType.versionTag)
                .zeebeVersionTag("v1")
                .businessRuleTask("decide")
                .zeebeCalledDecisionIdExpression("decision")
                .zeebeResultVariable("result")
                .scriptTask("compute")
                .zeebeExpression("1 + 1")
                .zeebeResultVariable("two")
                .endEvent()
                .done());

    var call = element(model, "call", CallActivity.class);
    assertThat(call.binding()).isEqualTo(new Binding(Binding.Type.VERSION_TAG, "v1"));
    assertThat(call.propagateAllChildVariables()).isFalse();
    assertThat(call.propagateAllParentVariables()).isTrue();
    assertThat(element(model, "decide", DecisionTask.class).decisionId().text())
        .isEqualTo("=decision");
    assertThat(element(model, "compute", ScriptTask.class).resultVariable()).isEqualTo("two");
  }

  @Test
  void shouldConnectLinks() {
    var builder = Bpmn.createExecutableProcess("p");
    builder.startEvent().intermediateThrowEvent("jump", e -> e.link("over"));
    var model = parse(builder.linkCatchEvent("land").link("over").endEvent().done());

    assertThat(element(model, "jump", IntermediateThrowEvent.class).definition())
        .isEqualTo(new EventDefinition.Link("over", "land"));
    assertThat(element(model, "land", IntermediateCatchEvent.class).definition())
        .isEqualTo(new EventDefinition.Link("over", null));
  }

  @Test
  void shouldReadAdHocSubProcess() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .adHocSubProcess(
                    "choices",
                    adHoc -> {
                      adHoc.zeebeActiveElementsCollectionExpression("[\"a\"]");
                      adHoc.completionCondition("=done").cancelRemainingInstances(false);
                      adHoc.task("a");
                      adHoc.task("b");
                    })
                .endEvent()
                .done());

    var adHoc = element(model, "choices", uz.yagona.engine.model.AdHocSubProcess.class);
    assertThat(adHoc.children()).containsExactly("a", "b");
    assertThat(adHoc.activeElements().text()).isEqualTo("=[\"a\"]");
    assertThat(adHoc.cancelRemainingInstances()).isFalse();
    assertThat(adHoc.job()).isNull();
  }

  @Test
  void shouldReadConditionalEvents() {
    var model =
        parse(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .intermediateCatchEvent("warm")
                .condition(c -> c.condition("=degrees > 20").zeebeVariableEvents("create, update"))
                .endEvent()
                .done());

    assertThat(element(model, "warm", IntermediateCatchEvent.class).definition())
        .asInstanceOf(InstanceOfAssertFactories.type(EventDefinition.Conditional.class))
        .satisfies(conditional -> assertThat(conditional.changes()).hasSize(2));
  }

  @Test
  void shouldNameEveryFaultOfTheModelLibraryWithItsElement() {
    assertThat(
            faultsOf(
                Bpmn.createExecutableProcess("p")
                    .startEvent()
                    .serviceTask("pay")
                    .endEvent()
                    .done()))
        .containsExactly(
            "test.bpmn: serviceTask 'pay': Must have exactly one 'zeebe:taskDefinition' extension element");
  }

  @Test
  void shouldNameEveryInvalidExpressionAtOnce() {
    var faults =
        faultsOf(
            Bpmn.createExecutableProcess("p")
                .startEvent()
                .exclusiveGateway("split")
                .sequenceFlowId("first")
                .conditionExpression("a >")
                .serviceTask("pay", t -> t.zeebeJobType("=1 +").zeebeInputExpression("(", "x y"))
                .endEvent()
                .moveToLastExclusiveGateway()
                .defaultFlow()
                .endEvent()
                .done());

    assertThat(faults).hasSize(3);
    assertThat(faults.get(0))
        .startsWith("test.bpmn: sequenceFlow 'first': Expected a condition to be valid FEEL, but");
    assertThat(faults.get(1))
        .isEqualTo(
            "test.bpmn: serviceTask 'pay': Expected the target of a mapping to be a variable name or path, but it is 'x y'");
    assertThat(faults.get(2)).contains("Expected a job type to be valid FEEL, but");
  }

  @Test
  void shouldRefuseTimersThatNeverFire() {
    assertThat(
            faultsOf(
                Bpmn.createExecutableProcess("p")
                    .startEvent("start")
                    .timerWithCycle("R/PT0S")
                    .intermediateCatchEvent("wait", e -> e.timerWithDuration("soon"))
                    .endEvent()
                    .done()))
        .containsExactly(
            "test.bpmn: startEvent 'start': Expected a cycle that repeats after some time, but it is 'R/PT0S'",
            "test.bpmn: intermediateCatchEvent 'wait': Expected a duration such as 'PT12H' or 'P3D', but it is 'soon'");
  }

  @Test
  void shouldRefuseStartMessageThatNeedsVariables() {
    assertThat(
            faultsOf(
                Bpmn.createExecutableProcess("p")
                    .startEvent("start")
                    .message(m -> m.nameExpression("missing"))
                    .endEvent()
                    .done()))
        .singleElement()
        .asString()
        .startsWith(
            "test.bpmn: startEvent 'start': Expected a message name without variables, but");
  }

  @Test
  void shouldRefuseWhatIsNoBpmn() {
    assertThat(faultsOf("hello")).singleElement().asString().contains("Expected BPMN 2.0 XML, but");
    assertThat(
            faultsOf(
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">&e;</definitions>"))
        .singleElement()
        .asString()
        .doesNotContain("root:");
    assertThatThrownBy(
            () ->
                PARSER.parse(
                    "test.bpmn",
                    Bpmn.convertToString(Bpmn.createProcess("p").startEvent().endEvent().done())
                        .getBytes(UTF_8)))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("Must contain at least one executable process");
  }
}
