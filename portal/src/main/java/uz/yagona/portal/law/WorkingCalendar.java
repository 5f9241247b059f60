package uz.yagona.portal.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Working days: Monday to Friday, without holidays, with the Saturdays that a decree made working.
 */
@Service
public class WorkingCalendar {
  private static final int LOOK_AHEAD_DAYS_PER_DAY = 3;
  private static final int LOOK_AHEAD_DAYS = 20;

  private final CalendarRepository calendar;

  WorkingCalendar(CalendarRepository calendar) {
    this.calendar = calendar;
  }

  /**
   * Days that differ from their weekday, in order.
   *
   * @throws CalendarMissingException when a year of the range is not in the calendar
   */
  public List<CalendarDay> days(LocalDate from, LocalDate to) {
    var known = calendar.years(from.getYear(), to.getYear());
    IntStream.rangeClosed(from.getYear(), to.getYear())
        .filter(year -> !known.contains(year))
        .findFirst()
        .ifPresent(
            year -> {
              throw new CalendarMissingException(year);
            });
    return calendar.days(from, to);
  }

  /** The {@code count}th working day after {@code start}, which itself does not count. */
  public LocalDate plusWorkingDays(LocalDate start, int count) {
    var last = start.plusDays((long) count * LOOK_AHEAD_DAYS_PER_DAY + LOOK_AHEAD_DAYS);
    var kinds = new HashMap<LocalDate, CalendarDay.Kind>();
    calendar.days(start, last).forEach(day -> kinds.put(day.day(), day.kind()));
    var day = start;
    for (var left = count; left > 0; ) {
      day = day.plusDays(1);
      if (isWorking(day, kinds.get(day))) {
        left--;
      }
    }
    days(start, day);
    return day;
  }

  private static boolean isWorking(LocalDate day, CalendarDay.@Nullable Kind kind) {
    if (kind != null) {
      return kind == CalendarDay.Kind.WORKING_SATURDAY;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
