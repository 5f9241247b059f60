package uz.yagona.forms.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.feel.Feel;

/**
 * Which names of a form must be known before which. A container stands here twice: as {@code id?},
 * whether it is visible, which its fields need; and as {@code id}, its rows, which need its fields.
 */
final class Dependencies {
  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Set<String> harmless = new HashSet<>();

  private Dependencies(FormModel model) {
    model.fields().forEach(field -> add(field, null));
  }

  /** A name that needs itself, directly or by way of others; empty when there is none. */
  static Optional<String> cycle(FormModel model) {
    var dependencies = new Dependencies(model);
    return new TreeSet<>(dependencies.needs.keySet())
        .stream().filter(name -> dependencies.returns(name, new HashSet<>())).findFirst();
  }

  private void add(Field field, @Nullable Field container) {
    var visibility = new HashSet<>(variables(field.conditions().visibleWhen()));
    if (container != null) {
      visibility.add(container.id() + "?");
    }
    needs.put(field.id() + "?", visibility);
    var value = new HashSet<>(Set.of(field.id() + "?"));
    field.children().forEach(child -> value.add(child.id()));
    needs.put(field.id(), value);
    String variable = field.conditions().variable();
    if (variable != null) {
      var computed = new HashSet<>(variables(field.conditions().calculate()));
      computed.add(field.id() + "?");
      needs.put(variable, computed);
    }
    field.children().forEach(child -> add(child, field));
  }

  private static Set<String> variables(@Nullable Feel feel) {
    return feel == null ? Set.of() : feel.variables();
  }

  private boolean returns(String name, Set<String> path) {
    if (harmless.contains(name)) {
      return false;
    }
    if (!path.add(name)) {
      return true;
    }
    if (needs.getOrDefault(name, Set.of()).stream().anyMatch(needed -> returns(needed, path))) {
      return true;
    }
    path.remove(name);
    harmless.add(name);
    return false;
  }
}
