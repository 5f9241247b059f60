package uz.yagona.engine.parse;

import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.Feel;

/** Reads texts of the model as expressions; what is wrong with them becomes a fault. */
final class Expressions {

  private static final Expression NOTHING = Expression.fixed("");

  private final Feel feel;
  private final Faults faults;

  Expressions(Feel feel, Faults faults) {
    this.feel = feel;
    this.faults = faults;
  }

  /** A fixed text or FEEL that must be there. */
  Expression required(ModelElementInstance element, String what, @Nullable String text) {
    var expression = optional(element, what, text);
    if (expression == null) {
      faults.add(element, "Expected %s, but it is missing or empty".formatted(what));
      return NOTHING;
    }
    return expression;
  }

  /** FEEL that must be there. */
  Expression feel(ModelElementInstance element, String what, @Nullable String text) {
    var expression = required(element, what, text);
    if (expression != NOTHING && expression.isFixed()) {
      faults.add(
          element,
          "Expected %s to be an expression that starts with '=', but it is '%s'"
              .formatted(what, text));
    }
    return expression;
  }

  /** FEEL; {@code null} if there is none. */
  @Nullable Expression optionalFeel(
      ModelElementInstance element, String what, @Nullable String text) {
    return isBlank(text) ? null : feel(element, what, text);
  }

  /** A fixed text or FEEL; {@code null} if there is none. */
  @Nullable Expression optional(ModelElementInstance element, String what, @Nullable String text) {
    if (text == null || isBlank(text)) {
      return null;
    }
    try {
      var stripped = text.strip();
      return feel.parse(stripped.startsWith("=") ? stripped : text);
    } catch (ExpressionException e) {
      faults.add(element, "Expected %s to be valid FEEL, but %s".formatted(what, e.getMessage()));
      return NOTHING;
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
