package uz.yagona.engine.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Finds every expression of a DMN file that cannot be parsed, and names where it stands. */
final class DmnFaults {
  /**
   * Parses a text.
   *
   * @param expression what is wrong with an expression; {@code null} if nothing is
   * @param unaryTests the same for the tests of an input entry
   */
  record Checks(
      Function<String, @Nullable String> expression,
      Function<String, @Nullable String> unaryTests) {}

  private DmnFaults() {}

  /** One line per fault: the decision, the element, what was expected. */
  static List<String> in(DmnModelInstance model, Checks checks) {
    var faults = new ArrayList<String>();
    for (var expression : model.getModelElementsByType(LiteralExpression.class)) {
      add(expression, expression.getText(), "a valid expression", checks.expression(), faults);
    }
    for (var entry : model.getModelElementsByType(InputEntry.class)) {
      add(entry, entry.getText(), "valid unary tests", checks.unaryTests(), faults);
    }
    return faults;
  }

  private static void add(
      ModelElementInstance element,
      @Nullable Text text,
      String wanted,
      Function<String, @Nullable String> check,
      List<String> faults) {
    var content = text == null ? "" : text.getTextContent();
    var fault = content.isBlank() ? null : check.apply(content.strip());
    if (fault != null) {
      faults.add("%s: Expected %s, but %s".formatted(place(element), wanted, fault));
    }
  }

  /**
   * From the decision down to the element: {@code decision 'sla', rule 'appeal', inputEntry 'a'}.
   */
  private static String place(ModelElementInstance element) {
    var path = new ArrayList<String>();
    for (var at = element; at != null; at = at.getParentElement()) {
      var id = at.getAttributeValue("id");
      var name = at.getElementType().getTypeName();
      if (id != null && !id.isBlank() && !name.equals("definitions")) {
        path.add(0, "%s '%s'".formatted(name, id));
      }
    }
    return path.isEmpty() ? element.getElementType().getTypeName() : String.join(", ", path);
  }
}
