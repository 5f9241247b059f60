package uz.yagona.engine.feel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an expression.
 *
 * @param value plain JSON value; see {@link PlainValues}
 * @param warnings failures that FEEL turned into {@code null}, e.g. a variable that is absent
 */
public record Evaluation(@Nullable Object value, List<Warning> warnings) {

  /** A failure that FEEL turned into {@code null}; {@code type} as {@code NO_VARIABLE_FOUND}. */
  public record Warning(String type, String message) {}
}
