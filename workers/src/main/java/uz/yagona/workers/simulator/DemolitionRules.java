package uz.yagona.workers.simulator;

import java.util.regex.Pattern;

/**
 * What the simulated register knows, told by the plot number in the cadastre number: the four
 * digits of the sixth group.
 */
final class DemolitionRules {
  private static final Pattern CADASTRE_NO =
      Pattern.compile("(\\d{2}):(\\d{2}):\\d{2}:\\d{2}:\\d{2}:(\\d{4})(:\\d{4}(:\\d{3})?)?");
  private static final String DOWN = "0000";

  private DemolitionRules() {}

  static Answer of(String cadastreNo) {
    var parts = CADASTRE_NO.matcher(cadastreNo);
    if (!parts.matches()) {
      return new NotFound();
    }
    var plot = parts.group(3);
    if (plot.equals(DOWN)) {
      return new Down();
    }
    return switch (plot.charAt(plot.length() - 1)) {
      case '9' -> new NotFound();
      case '7', '8' -> new InZone("BR-%s-%s/%s".formatted(parts.group(1), parts.group(2), plot));
      default -> new OutsideZone();
    };
  }

  /** An answer of the register. */
  sealed interface Answer permits InZone, OutsideZone, NotFound, Down {}

  /** The object falls under a plan. */
  record InZone(String planRef) implements Answer {}

  /** No plan touches the object. */
  record OutsideZone() implements Answer {}

  /** No such object. */
  record NotFound() implements Answer {}

  /** The register cannot answer for this object. */
  record Down() implements Answer {}
}
