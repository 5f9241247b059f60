package uz.yagona.portal.staff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.law.CalendarDay;
import uz.yagona.portal.law.CalendarMissingException;
import uz.yagona.portal.law.WorkingCalendar;
import uz.yagona.portal.text.Texts;

/** Says how many working days are left, or how many a task is overdue. */
@Component
class DueWords {
  private static final int SOON = 2;

  private final WorkingCalendar calendar;
  private final PortalClock clock;
  private final Texts texts;

  DueWords(WorkingCalendar calendar, PortalClock clock, Texts texts) {
    this.calendar = calendar;
    this.clock = clock;
    this.texts = texts;
  }

  Due of(@Nullable LocalDate due, Language language) {
    if (due == null) {
      return new Due(null, "unset", texts.of("tasks.due.none", language));
    }
    var today = clock.today();
    if (due.equals(today)) {
      return new Due(due, "soon", texts.of("tasks.due.today", language));
    }
    if (due.isBefore(today)) {
      return new Due(due, "late", texts.of("tasks.due.late", language, days(due, today)));
    }
    var left = days(today, due);
    return new Due(due, left <= SOON ? "soon" : "ok", texts.of("tasks.due.in", language, left));
  }

  /** Working days after {@code from} up to and with {@code to}; at least one. */
  private int days(LocalDate from, LocalDate to) {
    var special = special(from, to);
    var days =
        from.plusDays(1)
            .datesUntil(to.plusDays(1))
            .filter(day -> isWorking(day, special.get(day)))
            .count();
    return Math.max(1, Math.toIntExact(days));
  }

  private Map<LocalDate, CalendarDay.Kind> special(LocalDate from, LocalDate to) {
    try {
      return calendar.days(from, to).stream()
          .collect(Collectors.toMap(CalendarDay::day, CalendarDay::kind));
    } catch (CalendarMissingException e) {
      return Map.of();
    }
  }

  private static boolean isWorking(LocalDate day, CalendarDay.@Nullable Kind kind) {
    if (kind != null) {
      return kind == CalendarDay.Kind.WORKING_SATURDAY;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
