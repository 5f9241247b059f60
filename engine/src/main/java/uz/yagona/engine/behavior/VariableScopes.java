package uz.yagona.engine.behavior;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.EventDefinition.Conditional.Change;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Variable;

/** Variables of scopes: who sees which, and where a value goes. */
public final class VariableScopes {
  /** Characters of a variable that cost as much as a step. */
  private static final int CHARACTERS_PER_STEP = 20_000;

  private final Execution execution;

  VariableScopes(Execution execution) {
    this.execution = execution;
  }

  /** What an expression of the instance sees: its own variables and those of the scopes around. */
  public VariableLookup lookup(ElementInstance instance) {
    return name -> {
      var variable = find(instance, name);
      return variable == null ? VariableLookup.ABSENT : variable.value();
    };
  }

  private static @Nullable Variable find(ElementInstance instance, String name) {
    for (ElementInstance scope = instance; scope != null; scope = scope.scope()) {
      var variable = scope.variable(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /** All variables that the instance sees; inner ones hide outer ones. */
  public Map<String, Variable> visible(ElementInstance instance) {
    var outer = instance.scope();
    var visible = outer == null ? new LinkedHashMap<String, Variable>() : visible(outer);
    instance.variables().forEach(variable -> visible.put(variable.name(), variable));
    return visible;
  }

  /** A JSON object of the visible variables with these names, of all if there are none. */
  public String visibleJson(ElementInstance instance, List<String> names) {
    var json = new StringBuilder("{");
    for (var variable : visible(instance).values()) {
      if (names.isEmpty() || names.contains(variable.name())) {
        json.append(json.length() == 1 ? "" : ",").append(Variables.jsonOfValue(variable.name()));
        json.append(':').append(variable.json());
      }
    }
    return json.append('}').toString();
  }

  /** Sets variables in exactly this scope, or where they are found upwards from it. */
  public void set(
      ElementInstance scope, Map<String, ? extends @Nullable Object> values, boolean local) {
    if (local) {
      setLocal(scope, values);
    } else {
      propagate(scope, values);
    }
  }

  /** Sets variables in exactly this scope. */
  public void setLocal(ElementInstance scope, Map<String, ? extends @Nullable Object> values) {
    values.forEach((name, value) -> setLocal(scope, name, value));
  }

  void setLocal(ElementInstance scope, String name, @Nullable Object value) {
    var limit = execution.limits.variableSize();
    var json = Variables.jsonOfValue(value, limit);
    if (json == null) {
      throw new IncidentException(
          IncidentType.MESSAGE_SIZE_EXCEEDED,
          "Expected variable '%s' to have at most %d characters, but it has more"
              .formatted(name, limit));
    }
    execution.interpreter.charge(json.length() / CHARACTERS_PER_STEP);
    var isNew = execution.store.setVariable(scope, name, json);
    execution.conditions.variableSet(scope, name, isNew ? Change.CREATE : Change.UPDATE);
  }

  /** Sets each variable where it is found upwards from the scope, else in the process instance. */
  public void propagate(ElementInstance from, Map<String, ? extends @Nullable Object> values) {
    values.forEach(
        (name, value) -> {
          var known = find(from, name);
          setLocal(known == null ? from.process() : known.scope(), name, value);
        });
  }
}
