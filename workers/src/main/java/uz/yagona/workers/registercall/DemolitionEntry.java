package uz.yagona.workers.registercall;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the demolition register says about an object.
 *
 * @param planRef the plan that the object falls under; {@code null} outside a zone
 * @param checkedAt ISO-8601
 */
record DemolitionEntry(boolean inZone, @Nullable String planRef, String checkedAt) {

  Map<String, @Nullable Object> variables() {
    var variables = new LinkedHashMap<String, @Nullable Object>();
    variables.put("inZone", inZone);
    variables.put("planRef", planRef);
    variables.put("checkedAt", checkedAt);
    return variables;
  }
}
