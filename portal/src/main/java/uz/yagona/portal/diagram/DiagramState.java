package uz.yagona.portal.diagram;

import java.util.List;
import java.util.Map;
import uz.yagona.portal.json.Json;

/**
 * What the viewer marks; ids of elements and sequence flows.
 *
 * @param counts how often a running element is there, only where it is more than once
 */
public record DiagramState(
    List<String> active,
    List<String> done,
    List<String> incident,
    List<String> flows,
    Map<String, Integer> counts) {

  /** For the viewer's {@code data-state}. */
  public String json() {
    return Json.write(this);
  }
}
