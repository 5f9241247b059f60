package uz.yagona.portal.law;

import java.time.LocalDate;
import uz.yagona.forms.LocalText;

/**
 * A day that differs from its weekday.
 *
 * @param isEstimated a feast by the moon whose day is not announced yet
 */
public record CalendarDay(LocalDate day, Kind kind, LocalText name, boolean isEstimated) {
  /** How it differs. */
  public enum Kind {
    HOLIDAY,
    WORKING_SATURDAY
  }
}
