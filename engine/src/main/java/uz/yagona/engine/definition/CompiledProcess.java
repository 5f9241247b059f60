package uz.yagona.engine.definition;

import uz.yagona.engine.model.Event;
import uz.yagona.engine.model.EventDefinition;
import uz.yagona.engine.model.ProcessModel;

/**
 * A definition with its model.
 *
 * @param hasConditions whether changes of variables can trigger events
 */
public record CompiledProcess(ProcessDefinition row, ProcessModel model, boolean hasConditions) {

  public static CompiledProcess of(ProcessDefinition row, ProcessModel model) {
    var hasConditions =
        model.elements().values().stream()
            .anyMatch(
                element ->
                    element instanceof Event event
                        && event.definition() instanceof EventDefinition.Conditional);
    return new CompiledProcess(row, model, hasConditions);
  }
}
