package uz.yagona.engine.feel;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables an expression may see, looked up by name only when the expression asks. */
@FunctionalInterface
public interface VariableLookup {

  /** Stands for "no such variable", because a variable may well be {@code null}. */
  Object ABSENT = new Object();

  /** No variables at all. */
  VariableLookup NONE = name -> ABSENT;

  /**
   * The value of a variable as plain JSON value: {@code null}, Boolean, Number, String, List or
   * Map; {@link #ABSENT} if there is none.
   */
  @Nullable Object find(String name);

  /** The variables of a map; its {@code null} values are variables with the value {@code null}. */
  static VariableLookup of(Map<String, ?> variables) {
    return name -> {
      var value = variables.get(name);
      return value != null || variables.containsKey(name) ? value : ABSENT;
    };
  }

  /** These variables first, then those of {@code outer}. */
  default VariableLookup orElse(VariableLookup outer) {
    return name -> {
      var value = find(name);
      return value == ABSENT ? outer.find(name) : value;
    };
  }

  /** The value as an optional: empty if absent or {@code null}. */
  default Optional<Object> value(String name) {
    var value = find(name);
    return value == ABSENT ? Optional.empty() : Optional.ofNullable(value);
  }
}
