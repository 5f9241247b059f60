package uz.yagona.engine.handler;

import java.util.ArrayList;
import java.util.List;
import uz.yagona.engine.api.EventCommand.EvaluateConditional;
import uz.yagona.engine.api.EventCommand.EvaluatedConditional;
import uz.yagona.engine.api.EventCommand.StartedInstance;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.definition.ProcessDefinition;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.state.ProcessInstance;

/** Starts processes whose conditional start event holds. */
final class ConditionalHandler {
  private final Execution execution;

  ConditionalHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(EvaluateConditional.class, (command, needs) -> {}, this::evaluate);
  }

  private EvaluatedConditional evaluate(EvaluateConditional command) {
    var started = new ArrayList<StartedInstance>();
    for (var definition : candidates(command)) {
      start(execution.definitions.compiled(definition), command, started);
    }
    return new EvaluatedConditional(execution.store.newKey(), started);
  }

  private List<ProcessDefinition> candidates(EvaluateConditional command) {
    var processes = execution.definitions.processes();
    var key = command.processDefinitionKey();
    if (key == null) {
      return processes.all().stream()
          .filter(definition -> definition.equals(processes.latest(definition.id())))
          .toList();
    }
    var definition = processes.find(key);
    if (definition == null) {
      throw RejectedException.notFound(
          "Expected to find process definition with key '%d', but none found", key);
    }
    return List.of(definition);
  }

  private void start(
      CompiledProcess process, EvaluateConditional command, List<StartedInstance> started) {
    var variables = command.variables().toMap();
    for (var event : process.model().root().startEvents()) {
      if (event.definition() instanceof EventDefinition.Conditional condition
          && execution.feel.evaluateValue(condition.condition(), VariableLookup.of(variables))
              instanceof Boolean holds
          && holds) {
        var instance =
            execution.calls.start(process, ProcessInstance.Origin.PLAIN, event.id(), variables);
        started.add(new StartedInstance(process.row().key(), instance.key()));
      }
    }
  }
}
