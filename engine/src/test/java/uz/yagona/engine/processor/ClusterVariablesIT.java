package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.ClusterVariableCommand.Address;
import uz.yagona.engine.api.ClusterVariableCommand.CreateClusterVariable;

class ClusterVariablesIT {

  @Test
  void shouldBeKnownAfterARestart() {
    try (var engine = TestEngine.start()) {
      engine.deploy(
          Bpmn.createExecutableProcess("reading-after-restart")
              .startEvent()
              .scriptTask(
                  "read",
                  t -> t.zeebeExpression("camunda.vars.env.LIMIT").zeebeResultVariable("seen"))
              .endEvent()
              .done());
      engine.submit(new CreateClusterVariable(new Address("LIMIT", null), "4711"));

      engine.restart();
      engine.create("reading-after-restart");

      assertThat(
              engine.count(
                  "select count(*) from engine.variable where name = 'seen' and value = '4711'"))
          .isEqualTo(1);
      engine.api().purge().join();
    }
  }
}
