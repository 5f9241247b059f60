package uz.yagona.portal.staff;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the task list, ready to be shown.
 *
 * @param subject service, kind and topic in words
 * @param holder name of who holds it; {@code null} when free
 * @param isOpenable whether the reader may open the case
 */
record TaskRow(
    long key,
    String number,
    String title,
    String subject,
    String place,
    Due due,
    OffsetDateTime createdAt,
    String priority,
    @Nullable String holder,
    boolean isMine,
    boolean isClaimable,
    boolean isOpenable) {

  /** Modifier of {@code yg-badge} for the priority. */
  public String priorityBadge() {
    return switch (priority) {
      case "urgent" -> "danger";
      case "high" -> "warn";
      default -> "quiet";
    };
  }
}
