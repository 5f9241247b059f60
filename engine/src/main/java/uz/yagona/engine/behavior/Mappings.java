package uz.yagona.engine.behavior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.Mapping;
import uz.yagona.engine.state.ElementInstance;

/** Input and output mappings. */
final class Mappings {
  private final Execution execution;

  Mappings(Execution execution) {
    this.execution = execution;
  }

  /** Evaluates the inputs into local variables. */
  void applyInputs(ElementInstance instance) {
    var inputs = instance.element().inputs();
    if (!inputs.isEmpty()) {
      var lookup = execution.variables.lookup(instance);
      execution.variables.setLocal(instance, results(inputs, lookup, VariableLookup.NONE));
    }
  }

  /** Hands the results of the instance outwards: through the outputs, or as they are. */
  void applyOutputs(ElementInstance instance) {
    var results = Memory.object(instance.recall(Memory.VARIABLES));
    var outputs = instance.element().outputs();
    if (outputs.isEmpty()) {
      execution.variables.propagate(instance, results);
    } else {
      execution.variables.setLocal(instance, results);
      // a repetition keeps its own element and result; anything else hands over to the scope around
      var scope = instance.isRepetition() ? instance : instance.container();
      var outer = execution.variables.lookup(scope);
      var lookup = execution.variables.lookup(instance);
      execution.variables.propagate(scope, results(outputs, lookup, outer));
    }
    instance.remember(Memory.VARIABLES, null);
  }

  /**
   * Later mappings see the results of earlier ones.
   *
   * @param merged where a target such as {@code order.total} finds the {@code order} to change
   */
  private Map<String, @Nullable Object> results(
      List<Mapping> mappings, VariableLookup lookup, VariableLookup merged) {
    var results = new LinkedHashMap<String, @Nullable Object>();
    for (var mapping : mappings) {
      try {
        var value =
            execution.feel.evaluateValue(
                mapping.source(), VariableLookup.of(results).orElse(lookup));
        put(results, mapping, value, merged);
      } catch (ExpressionException e) {
        throw new IncidentException(IncidentType.IO_MAPPING_ERROR, String.valueOf(e.getMessage()));
      }
    }
    return results;
  }

  private static void put(
      Map<String, @Nullable Object> results,
      Mapping mapping,
      @Nullable Object value,
      VariableLookup merged) {
    var path = mapping.target();
    if (path.size() == 1) {
      results.put(mapping.variable(), value);
      return;
    }
    var known =
        results.containsKey(mapping.variable())
            ? results.get(mapping.variable())
            : merged.find(mapping.variable());
    results.put(mapping.variable(), nested(known, path.subList(1, path.size()), value));
  }

  private static Map<String, @Nullable Object> nested(
      @Nullable Object known, List<String> path, @Nullable Object value) {
    var copy = new LinkedHashMap<String, @Nullable Object>(Memory.object(known));
    var name = path.get(0);
    copy.put(
        name,
        path.size() == 1 ? value : nested(copy.get(name), path.subList(1, path.size()), value));
    return copy;
  }
}
