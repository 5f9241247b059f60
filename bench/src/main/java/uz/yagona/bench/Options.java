package uz.yagona.bench;

import java.util.HashMap;
import java.util.Map;

/** The {@code --name value} pairs of a call. */
record Options(Map<String, String> values) {
  /**
   * @throws IllegalArgumentException when a name has no value
   */
  static Options of(String[] arguments) {
    var values = new HashMap<String, String>();
    for (var i = 1; i < arguments.length; i += 2) {
      if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Expected --name value, but found '%s'".formatted(arguments[i]));
      }
      values.put(arguments[i].substring(2), arguments[i + 1]);
    }
    return new Options(values);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int number(String name, int otherwise) {
    var value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }
}
