package uz.yagona.portal.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How near a deadline is, in words.
 *
 * @param tone {@code late}, {@code soon}, {@code ok} or nothing
 */
record Due(@Nullable LocalDate day, String tone, String words) {
  public boolean isLate() {
    return tone.equals("late");
  }

  public boolean isSoon() {
    return tone.equals("soon");
  }

  /** Modifier of {@code yg-badge}. */
  public String badge() {
    return switch (tone) {
      case "late" -> "danger";
      case "soon" -> "warn";
      case "ok" -> "ok";
      default -> "quiet";
    };
  }
}
