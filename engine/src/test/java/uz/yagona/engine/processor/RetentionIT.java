package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.Variables;

class RetentionIT {
  private static BpmnModelInstance process(String id) {
    return Bpmn.createExecutableProcess(id).startEvent().manualTask("task").endEvent().done();
  }

  private static long rows(TestEngine engine, String table, String processId) {
    return engine
        .jdbc()
        .sql("select count(*) from engine.%s where process_definition_id = :id".formatted(table))
        .param("id", processId)
        .query(Long.class)
        .single();
  }

  @Test
  void shouldKeepFinishedInstancesAsLongAsTheirProcessAsks() {
    try (var engine =
        TestEngine.start(
            new EngineProperties(
                "retention",
                2_000,
                DataSize.ofMegabytes(200),
                500,
                10_000,
                200,
                100_000,
                1_000_000,
                ZoneId.of("UTC"),
                Duration.ofDays(30),
                Map.of("brief", Duration.ofDays(1), "calling", Duration.ofDays(90)),
                Duration.ofMillis(100),
                Duration.ofSeconds(6)))) {
      engine.purge();
      engine.deploy(
          process("brief"),
          process("usual"),
          Bpmn.createExecutableProcess("calling")
              .startEvent()
              .callActivity("call", c -> c.zeebeProcessId("brief"))
              .endEvent()
              .done());
      Stream.generate(
              () ->
                  engine
                      .api()
                      .submit(
                          CreateProcessInstance.of(
                              ProcessReference.latest("brief"), Variables.of(Map.of("a", 1)))))
          .limit(450)
          .toList()
          .forEach(CompletableFuture::join);
      engine.create("usual");
      var calling = engine.create("calling");

      engine.advance(Duration.ofDays(2));
      awaitRows(engine, "brief", 1);
      assertThat(rows(engine, "process_instance", "usual")).isOne();
      assertThat(rows(engine, "variable", "brief")).isZero();
      assertThat(
              engine.count(
                  "select count(*) from engine.element_instance where root_process_instance_key <> "
                      + calling
                      + " and process_definition_id = 'brief'"))
          .isZero();

      engine.advance(Duration.ofDays(30));
      awaitRows(engine, "usual", 0);
      assertThat(rows(engine, "process_instance", "brief")).as("called, so kept").isOne();

      engine.advance(Duration.ofDays(60));
      awaitRows(engine, "calling", 0);
      assertThat(engine.count("select count(*) from engine.process_instance")).isZero();
      assertThat(engine.count("select count(*) from engine.element_instance")).isZero();
    }
  }

  private static void awaitRows(TestEngine engine, String processId, long expected) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> rows(engine, "process_instance", processId) == expected);
  }
}
