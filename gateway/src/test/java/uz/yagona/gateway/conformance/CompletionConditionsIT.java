package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.IncidentErrorType;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Several signers, one after the other or all at once, until a condition says it is enough. */
class CompletionConditionsIT extends Scenario {
  private static final Map<String, List<String>> SIGNERS =
      Map.of("signers", List.of("Anvar", "Barno", "Dilshod", "Feruza"));

  /** What each signer does. */
  enum Kind {
    USER_TASK {
      @Override
      AbstractActivityBuilder<?, ?> add(
          AbstractFlowNodeBuilder<?, ?> before,
          Consumer<MultiInstanceLoopCharacteristicsBuilder> loop) {
        return before.userTask("sign").zeebeUserTask().multiInstance(loop);
      }
    },
    SERVICE_TASK {
      @Override
      AbstractActivityBuilder<?, ?> add(
          AbstractFlowNodeBuilder<?, ?> before,
          Consumer<MultiInstanceLoopCharacteristicsBuilder> loop) {
        return before.serviceTask("sign").zeebeJobType("sign").multiInstance(loop);
      }
    },
    SUB_PROCESS {
      @Override
      AbstractActivityBuilder<?, ?> add(
          AbstractFlowNodeBuilder<?, ?> before,
          Consumer<MultiInstanceLoopCharacteristicsBuilder> loop) {
        return before
            .subProcess("sign", s -> s.multiInstance(loop))
            .embeddedSubProcess()
            .startEvent()
            .userTask("ask")
            .zeebeUserTask()
            .boundaryEvent("remind", b -> b.cancelActivity(false).timerWithDuration("PT10M"))
            .serviceTask("reminder", t -> t.zeebeJobType("reminder"))
            .endEvent()
            .moveToActivity("ask")
            .endEvent()
            .subProcessDone();
      }
    },
    CALL_ACTIVITY {
      @Override
      AbstractActivityBuilder<?, ?> add(
          AbstractFlowNodeBuilder<?, ?> before,
          Consumer<MultiInstanceLoopCharacteristicsBuilder> loop) {
        return before
            .callActivity("sign")
            .zeebeProcessId("called")
            .zeebePropagateAllParentVariables(false)
            .multiInstance(loop);
      }
    };

    abstract AbstractActivityBuilder<?, ?> add(
        AbstractFlowNodeBuilder<?, ?> before,
        Consumer<MultiInstanceLoopCharacteristicsBuilder> loop);
  }

  /** In which order the signers are asked, and whether they are inside a sub-process. */
  record Shape(Kind kind, boolean sequential, boolean nested) {

    private void order(MultiInstanceLoopCharacteristicsBuilder loop) {
      if (sequential) {
        loop.sequential();
      } else {
        loop.parallel();
      }
    }

    BpmnModelInstance model(String condition) {
      var start = Bpmn.createExecutableProcess(PROCESS).startEvent();
      var before = nested ? start.subProcess("outer").embeddedSubProcess().startEvent() : start;
      var signed =
          kind.add(
                  before,
                  loop -> {
                    loop.zeebeInputCollectionExpression("signers")
                        .zeebeInputElement("signer")
                        .zeebeOutputCollection("answers")
                        .zeebeOutputElementExpression("{who: signer, answer: answer}")
                        .completionCondition("=" + condition);
                    order(loop);
                  })
              .boundaryEvent("late", b -> b.timerWithDuration("PT1H"))
              .endEvent("gave-up")
              .moveToActivity("sign");
      var next = signed.userTask("next").zeebeUserTask();
      return nested
          ? next.endEvent().subProcessDone().endEvent("done").done()
          : next.endEvent("done").done();
    }

    long begin(String condition) {
      deploy(
          Bpmn.createExecutableProcess("called")
              .startEvent()
              .userTask("ask")
              .zeebeUserTask()
              .endEvent()
              .done());
      return start(model(condition), SIGNERS);
    }
  }

  static Stream<Shape> shapes() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> Stream.of(true, false).map(order -> new Shape(kind, order, false)))
        .flatMap(shape -> Stream.of(shape, new Shape(shape.kind(), shape.sequential(), true)));
  }

  static Stream<Shape> sequential() {
    return shapes().filter(Shape::sequential);
  }

  static Stream<Shape> parallel() {
    return shapes().filter(shape -> !shape.sequential());
  }

  /** The next open signature, of this or of a called instance, gets its answer. */
  private static void sign(Shape shape, String answer) {
    Map<String, Object> variables = Map.of("answer", answer);
    if (shape.kind() == Kind.SERVICE_TASK) {
      var job =
          client()
              .newActivateJobsCommand()
              .jobType("sign")
              .maxJobsToActivate(1)
              .requestTimeout(Duration.ofMillis(-1))
              .send()
              .join()
              .getJobs()
              .get(0);
      client().newCompleteCommand(job).variables(variables).send().join();
    } else {
      var task = open(shape.kind() == Kind.USER_TASK ? "sign" : "ask").get(0);
      client().newCompleteUserTaskCommand(task).variables(variables).send().join();
    }
  }

  private static List<Long> open(String elementId) {
    return client()
        .newUserTaskSearchRequest()
        .filter(f -> f.elementId(elementId).state(UserTaskState.CREATED))
        .sort(s -> s.creationDate().asc())
        .send()
        .join()
        .items()
        .stream()
        .map(task -> task.getUserTaskKey())
        .toList();
  }

  private static void assertGoesOn(long instance) {
    assertThat(incidents(instance)).isEmpty();
    assertThat(active(instance)).contains("next").doesNotContain("sign", "ask", "late");
    var task = open("next").get(0);
    client().newCompleteUserTaskCommand(task).send().join();
    assertThat(completed(instance)).contains("done").doesNotContain("gave-up");
    assertCompleted(instance);
  }

  private static long count(long instance, String elementId, ElementInstanceState state) {
    return elements(instance).stream()
        .filter(e -> e.getElementId().equals(elementId) && e.getState() == state)
        .filter(e -> e.getType() != ElementInstanceType.MULTI_INSTANCE_BODY)
        .count();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldGoOnWhenEnoughHaveCompleted(Shape shape) {
    var instance = shape.begin("numberOfCompletedInstances / numberOfInstances >= 0.5");

    sign(shape, "yes");
    assertThat(active(instance)).contains("sign").doesNotContain("next");
    sign(shape, "yes");

    assertThat(count(instance, "sign", ElementInstanceState.COMPLETED)).isEqualTo(2);
    assertThat(count(instance, "sign", ElementInstanceState.TERMINATED))
        .isEqualTo(shape.sequential() ? 0 : 2);
    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldGoOnWhenTheGatheredAnswersSaySo(Shape shape) {
    var instance = shape.begin("some a in answers satisfies a.answer = \"no\"");

    sign(shape, "yes");
    assertThat(active(instance)).doesNotContain("next");
    sign(shape, "no");

    assertThat(variables(instance).get("answers"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(4)
        .contains(Map.of("who", "Anvar", "answer", "yes"), Map.of("who", "Barno", "answer", "no"));
    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("sequential")
  void shouldSeeVariablesOfTheRepetitionThatCompletes(Shape shape) {
    var instance = shape.begin("signer = \"Barno\" and loopCounter = 2");

    sign(shape, "yes");
    sign(shape, "yes");

    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("parallel")
  void shouldCountTheActiveOnesAndStopThem(Shape shape) {
    var instance = shape.begin("numberOfActiveInstances = 1");

    sign(shape, "yes");
    sign(shape, "yes");
    assertThat(active(instance)).contains("sign").doesNotContain("next");
    sign(shape, "yes");

    assertThat(count(instance, "sign", ElementInstanceState.TERMINATED)).isEqualTo(1);
    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldAskEverybodyWhenTheConditionNeverHolds(Shape shape) {
    var instance = shape.begin("numberOfCompletedInstances > numberOfInstances");

    for (var i = 0; i < 4; i++) {
      sign(shape, "yes");
    }

    assertThat(count(instance, "sign", ElementInstanceState.COMPLETED)).isEqualTo(4);
    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldGiveUpAtTheTimerOfTheBoundary(Shape shape) {
    var instance = shape.begin("numberOfCompletedInstances >= 2");
    sign(shape, "yes");

    advance(Duration.ofHours(1));

    assertThat(completed(instance)).contains("gave-up").doesNotContain("next");
    if (shape.kind() == Kind.SUB_PROCESS) {
      assertThat(count(instance, "reminder", ElementInstanceState.COMPLETED)).isZero();
    }
    assertCompleted(instance);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SUB_PROCESS"})
  void shouldWaitForWhatATimerInsideHasStarted(Kind kind) {
    var shape = new Shape(kind, true, false);
    var instance = shape.begin("numberOfCompletedInstances >= 1");
    advance(Duration.ofMinutes(10));

    sign(shape, "yes");
    assertThat(active(instance)).contains("reminder").doesNotContain("next");
    complete("reminder");

    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldRaiseAnIncidentWhenTheConditionIsNoBooleanAndGoOnWhenItIs(Shape shape) {
    var instance = shape.begin("enough");

    sign(shape, "yes");
    var incident = incident(instance);
    assertThat(incident.getErrorType()).isEqualTo(IncidentErrorType.EXTRACT_VALUE_ERROR);
    assertThat(incident.getErrorMessage()).contains("to be 'BOOLEAN', but was 'NULL'");
    setVariables(instance, Map.of("enough", true));
    resolve(incident);

    assertGoesOn(instance);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void shouldEndEverythingWhenCanceled(Shape shape) {
    var instance = shape.begin("numberOfCompletedInstances >= 2");
    sign(shape, "yes");

    cancel(instance);

    assertTerminated(instance);
  }

  @ParameterizedTest
  @MethodSource("sequential")
  void shouldIterateOverTheCollectionAsItWasOnEntry(Shape shape) {
    var instance = shape.begin("numberOfCompletedInstances >= 3");

    sign(shape, "yes");
    setVariables(instance, Map.of("signers", List.of()));
    sign(shape, "yes");
    sign(shape, "yes");

    assertThat(variables(instance).get("answers").toString())
        .contains("Anvar", "Barno", "Dilshod")
        .doesNotContain("Feruza");
    assertGoesOn(instance);
  }

  /** As in Camunda 8 (its issue 11476): what a called process gives back includes its copies. */
  @Test
  void shouldLoseGatheredAnswersWhenCalledProcessesGiveBackAllTheyKnow() {
    deploy(
        Bpmn.createExecutableProcess("called")
            .startEvent()
            .userTask("ask")
            .zeebeUserTask()
            .endEvent()
            .done());
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .callActivity("sign")
                .zeebeProcessId("called")
                .multiInstance(
                    m ->
                        m.parallel()
                            .zeebeInputCollectionExpression("[1, 2]")
                            .zeebeOutputCollection("answers")
                            .zeebeOutputElementExpression("answer"))
                .endEvent()
                .done());

    for (var task : open("ask")) {
      client().newCompleteUserTaskCommand(task).variables(Map.of("answer", "yes")).send().join();
    }

    assertThat(variables(instance).get("answers")).isEqualTo(Arrays.asList(null, "yes"));
    assertCompleted(instance);
  }

  @Test
  void shouldGoOnWhenEachSignerLeavesTheListOfThoseStillToSign() {
    var instance =
        start(
            Bpmn.createExecutableProcess(PROCESS)
                .startEvent()
                .serviceTask("sign")
                .zeebeJobType("sign")
                .multiInstance(
                    m ->
                        m.sequential()
                            .zeebeInputCollectionExpression("signers")
                            .zeebeInputElement("signer"))
                .userTask("next")
                .zeebeUserTask()
                .endEvent("done")
                .done(),
            SIGNERS);

    for (var left = 3; left >= 0; left--) {
      complete("sign", Map.of("signers", SIGNERS.get("signers").subList(0, left)));
    }

    assertGoesOn(instance);
  }
}
