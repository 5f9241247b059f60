package uz.yagona.engine.handler;

import java.util.Map;
import java.util.Objects;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ProcessInstanceCommand.ElementMapping;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.definition.CompiledProcess;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.ProcessInstance;

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
    var mappings = ElementMapping.bySource(command.mappings());
    check(process, target, mappings);
    execution.migration.run(process, target, mappings);
    return Done.INSTANCE;
  }

  private static void check(
      ProcessInstance process, CompiledProcess target, Map<String, String> mappings) {
    mappings.forEach(
        (source, mapped) -> {
          require(process.model().elements().containsKey(source), process, "source", source);
          require(target.model().elements().containsKey(mapped), process, "target", mapped);
        });
    process
        .tree()
        .filter(instance -> instance.scope() != null)
        .forEach(instance -> check(process, instance, target, mappings));
  }

  private static void require(
      boolean exists, ProcessInstance process, String side, String elementId) {
    if (!exists) {
      throw RejectedException.invalidArgument(
          "Expected to migrate process instance '%d' but mapping instructions contain a non-existing %s element id '%s'",
          process.key(), side, elementId);
    }
  }

  private static void check(
      ProcessInstance process,
      ElementInstance instance,
      CompiledProcess target,
      Map<String, String> mappings) {
    var source = instance.element();
    var mapped = mappings.get(source.id());
    if (mapped == null) {
      throw RejectedException.invalidState(
          "Expected to migrate process instance '%d' but no mapping instruction defined for active element with id '%s'. Elements cannot be migrated without a mapping.",
          process.key(), source.id());
    }
    var element = target.model().element(mapped);
    if (!element.getClass().equals(source.getClass()) || element.type() != source.type()) {
      throw RejectedException.invalidState(
          "Expected to migrate process instance '%d' but active element with id '%s' and type '%s' is mapped to an element with id '%s' and different type '%s'.",
          process.key(), source.id(), source.type(), mapped, element.type());
    }
    checkScope(process, source, element, mappings);
  }

  private static void checkScope(
      ProcessInstance process, Element source, Element element, Map<String, String> mappings) {
    var isRootScope = Objects.equals(source.scopeId(), process.element().id());
    var wanted = isRootScope ? null : mappings.get(String.valueOf(source.scopeId()));
    var fits =
        isRootScope
            ? element.scopeId() != null && !mappings.containsValue(element.scopeId())
            : Objects.equals(wanted, element.scopeId());
    if (!fits) {
      throw RejectedException.invalidState(
          "Expected to migrate process instance '%d' but the flow scope of active element with id '%s' is changed. The flow scope of the active element must not change.",
          process.key(), source.id());
    }
  }
}
