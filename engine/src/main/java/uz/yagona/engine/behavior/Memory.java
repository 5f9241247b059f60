package uz.yagona.engine.behavior;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.state.ElementInstance;

/** Names under which the interpreter remembers things in element instances. */
final class Memory {
  /** Variables that came with a job, message or called process, until outputs are applied. */
  static final String VARIABLES = "variables";

  /** The event has happened already: there is nothing to wait for. */
  static final String TRIGGERED = "triggered";

  /** The event that follows when everything inside has ended: {@code {element, variables}}. */
  static final String INTERRUPTION = "interruption";

  /** Index of the execution listener at work. */
  static final String LISTENER = "listener";

  /** Tokens at joins of a scope: gateway, sequence flow, number. */
  static final String TOKENS = "tokens";

  private Memory() {}

  static void rememberEvent(
      ElementInstance instance, String name, String elementId, Map<String, Object> variables) {
    instance.remember(name, Map.of("element", elementId, VARIABLES, variables));
  }

  /** A remembered event. */
  record Event(String elementId, Map<String, Object> variables) {}

  static @Nullable Event event(ElementInstance instance, String name) {
    return instance.recall(name) instanceof Map<?, ?> event
        ? new Event(String.valueOf(event.get("element")), object(event.get(VARIABLES)))
        : null;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
