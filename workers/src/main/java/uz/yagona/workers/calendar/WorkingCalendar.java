package uz.yagona.workers.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Tells working days from days off. */
@FunctionalInterface
public interface WorkingCalendar {

  /**
   * @throws uz.yagona.client.BpmnErrorException with code {@code CALENDAR_MISSING} when nobody has
   *     entered the year yet
   */
  boolean isWorkingDay(LocalDate day);

  /** The first working day at or after {@code day}. */
  default LocalDate workingDayFrom(LocalDate day) {
    var candidate = day;
    while (!isWorkingDay(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  /** The working day number {@code count} after {@code day}, which itself does not count. */
  default LocalDate plusWorkingDays(LocalDate day, int count) {
    var reached = day;
    for (var left = count; left > 0; left--) {
      reached = workingDayFrom(reached.plusDays(1));
    }
    return reached;
  }

  /** Monday to Friday, without regard to holidays. */
  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
