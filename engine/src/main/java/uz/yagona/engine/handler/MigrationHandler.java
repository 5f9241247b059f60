package uz.yagona.engine.handler;

import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;

/** Continues instances in another version of their process, or in another process. */
final class MigrationHandler {
  private final Execution execution;

  MigrationHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(
        MigrateProcessInstance.class,
        (command, needs) -> needs.process(command.processInstanceKey()),
        this::migrate);
  }

  private Done migrate(MigrateProcessInstance command) {
    var process = execution.store.process(command.processInstanceKey());
    if (process == null) {
      throw RejectedException.notFound(
          "Expected to migrate process instance but no process instance found with key '%d'",
          command.processInstanceKey());
    }
    var definition = execution.definitions.processes().find(command.targetProcessDefinitionKey());
    if (definition == null || execution.definitions.processes().isDeleted(definition)) {
      throw RejectedException.notFound(
          "Expected to migrate process instance to process definition but no process definition found with key '%d'",
          command.targetProcessDefinitionKey());
    }
    var target = execution.definitions.compiled(definition);
    new MigrationChecks(process, target.model(), command.mappings()).run();
    var mappings = ElementMapping.bySource(command.mappings());
    execution.migration.run(process, target, mappings);
    return Done.INSTANCE;
  }
}
