package uz.yagona.forms.submission;

import java.util.Map;

/** What is wrong with a value: the key of the text and what the text names. */
record Fault(String code, Map<String, Object> args) {
  static Fault of(String code) {
    return new Fault(code, Map.of());
  }

  static Fault of(String code, String name, Object arg) {
    return new Fault(code, Map.of(name, arg));
  }
}
