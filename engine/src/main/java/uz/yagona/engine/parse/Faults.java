package uz.yagona.engine.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What is wrong with one file, in the order found. */
final class Faults {

  private static final int MAX_FAULTS = 100;

  private final String resourceName;
  private final Set<String> lines = new LinkedHashSet<>();

  Faults(String resourceName) {
    this.resourceName = resourceName;
  }

  void add(String fault) {
    if (lines.size() < MAX_FAULTS) {
      lines.add("%s: %s".formatted(resourceName, fault));
    }
  }

  void add(ModelElementInstance element, String fault) {
    add("%s: %s".formatted(describe(element), fault));
  }

  /** The element, or the nearest one around it, that has an id: {@code serviceTask 'pay'}. */
  private static String describe(ModelElementInstance element) {
    for (var at = element; at != null; at = at.getParentElement()) {
      var id = at.getAttributeValue("id");
      if (id != null && !id.isBlank()) {
        return "%s '%s'".formatted(at.getElementType().getTypeName(), id);
      }
    }
    return element.getElementType().getTypeName();
  }

  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new InvalidModelException(List.copyOf(lines));
    }
  }
}
