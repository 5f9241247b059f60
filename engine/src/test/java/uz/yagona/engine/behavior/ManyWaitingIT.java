package uz.yagona.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.TestEngine;

/** Many instances wait for a message with the same name and correlation key. */
class ManyWaitingIT {
  private static TestEngine engine;

  @BeforeAll
  static void start() {
    engine = TestEngine.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void clean() {
    engine.purge();
    Stream.of("one", "two").forEach(ManyWaitingIT::deploy);
  }

  private static void deploy(String process) {
    engine.deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .intermediateCatchEvent(
                "wait", e -> e.message(m -> m.name("go").zeebeCorrelationKeyExpression("key")))
            .endEvent()
            .done());
  }

  private static List<Long> waiting(String process, int number) {
    var instances = new ArrayList<Long>();
    for (var i = 0; i < number; i++) {
      instances.add(engine.create(process, Map.of("key", "same")));
    }
    return instances;
  }

  private static PublishMessage message() {
    return new PublishMessage("go", "same", null, Duration.ZERO, Variables.NONE);
  }

  /** Together, so that one batch takes many of them. */
  private static void submit(Stream<? extends Command<?>> commands) {
    var answers = commands.map(command -> engine.api().submit(command)).toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).join();
  }

  private static List<String> states(List<Long> instances) {
    return instances.stream().map(engine::stateOf).toList();
  }

  @Test
  void shouldReachAllThatWaitWithAsManyMessages() {
    var instances = waiting("one", 70);
    engine.restart();

    submit(Stream.generate(ManyWaitingIT::message).limit(69));

    assertThat(states(instances.subList(0, 69))).containsOnly("COMPLETED");
    assertThat(engine.stateOf(instances.get(69))).isEqualTo("ACTIVE");
  }

  @Test
  void shouldReachTheOldestThatIsLeftWhenManyAreCanceledAtOnce() {
    var instances = waiting("one", 50);
    engine.restart();

    submit(
        Stream.concat(
            instances.subList(0, 45).stream().map(CancelProcessInstance::new),
            Stream.of(message())));

    assertThat(engine.stateOf(instances.get(45))).isEqualTo("COMPLETED");
    assertThat(states(instances.subList(46, 50))).containsOnly("ACTIVE");
  }

  @Test
  void shouldReachTheOldestOfEachProcessWithOneMessage() {
    var first = waiting("one", 30);
    var second = waiting("two", 30);
    engine.restart();

    engine.submit(message());

    assertThat(engine.stateOf(first.get(0))).isEqualTo("COMPLETED");
    assertThat(engine.stateOf(second.get(0))).isEqualTo("COMPLETED");
    assertThat(states(first.subList(1, 30))).containsOnly("ACTIVE");
    assertThat(states(second.subList(1, 30))).containsOnly("ACTIVE");
  }
}
