package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetersIT {
  private static TestEngine engine;
  private static MeterRegistry meters;

  @BeforeAll
  static void start() {
    engine = TestEngine.start();
    meters = engine.meters();
    engine.deploy(
        Bpmn.createExecutableProcess("meters")
            .startEvent()
            .serviceTask("work", task -> task.zeebeJobType("meters-work"))
            .scriptTask(
                "fail",
                task ->
                    task.zeebeExpression("assert(missing, missing != null)")
                        .zeebeResultVariable("r"))
            .endEvent()
            .done());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void shouldCountBatchesAndRows() {
    var commits = meters.get("yagona.engine.commit").timer().count();
    var rows = meters.get("yagona.engine.rows").counter().count();

    engine.create("meters", Map.of("customer", "Dilnoza"));

    assertThat(meters.get("yagona.engine.commit").timer().count()).isGreaterThan(commits);
    assertThat(meters.get("yagona.engine.batch").summary().max()).isPositive();
    assertThat(meters.get("yagona.engine.rows").counter().count())
        .as("process, start event, flow into the task, job, variable")
        .isGreaterThanOrEqualTo(rows + 4);
  }

  @Test
  void shouldCountActivatedJobsAndIncidentsByType() {
    engine.create("meters");

    engine.activate("meters-work", 10).forEach(job -> engine.complete(job, Map.of()));

    assertThat(counter("yagona.engine.jobs.activated", "meters-work")).isPositive();
    assertThat(counter("yagona.engine.incidents.raised", "EXTRACT_VALUE_ERROR")).isPositive();
  }

  @Test
  void shouldTellWhetherTheNodeLeads() {
    assertThat(meters.get("yagona.engine.leads").gauge().value()).isEqualTo(1);
    assertThat(meters.get("yagona.engine.queue").gauge().value()).isZero();
  }

  private static double counter(String name, String type) {
    return meters.get(name).tag("type", type).counter().count();
  }
}
