package uz.yagona.workers.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * Counts terms. The day of filing does not count; a term in days or months ends when the office
 * closes on its last day. The points of the ladder are shares of the time between: of working time
 * for a term in working days, of plain time otherwise.
 */
public final class DeadlineArithmetic {
  private static final int HALF = 50;
  private static final int MOST = 80;

  private final WorkingCalendar calendar;
  private final OfficeHours hours;
  private final boolean moveToWorkingDay;

  /**
   * @param moveToWorkingDay whether a term in calendar days or months that ends on a day off ends
   *     on the next working day
   */
  public DeadlineArithmetic(WorkingCalendar calendar, OfficeHours hours, boolean moveToWorkingDay) {
    this.calendar = calendar;
    this.hours = hours;
    this.moveToWorkingDay = moveToWorkingDay;
  }

  /** The deadline of something filed at {@code filedAt}. */
  public Deadline compute(Instant filedAt, Term term) {
    var filed = filedAt.atZone(hours.zone());
    var day = filed.toLocalDate();
    var start = day.plusDays(1).atStartOfDay(hours.zone());
    return switch (term.unit()) {
      case HOUR -> inPlainTime(filed, filed.plusHours(term.amount()));
      case WORKING_DAY ->
          inWorkingTime(start, hours.closingOf(calendar.plusWorkingDays(day, term.amount())));
      case CALENDAR_DAY -> inPlainTime(start, endOf(day.plusDays(term.amount())));
      case MONTH -> inPlainTime(start, endOf(day.plusMonths(term.amount())));
    };
  }

  /**
   * The deadline after a pause: what was left of each point when the clock stopped is left when it
   * starts again, in working time for a term in working days and in plain time otherwise. A point
   * that had passed before the pause stays.
   */
  public Deadline resume(Deadline before, TermUnit unit, Instant pausedAt, Instant resumedAt) {
    var paused = pausedAt.atZone(hours.zone());
    var resumed = resumedAt.atZone(hours.zone());
    return new Deadline(
        moved(before.dueAt(), unit, paused, resumed),
        moved(before.at50(), unit, paused, resumed),
        moved(before.at80(), unit, paused, resumed));
  }

  private ZonedDateTime moved(
      ZonedDateTime point, TermUnit unit, ZonedDateTime paused, ZonedDateTime resumed) {
    if (!point.isAfter(paused)) {
      return point;
    }
    return unit == TermUnit.WORKING_DAY
        ? plusWorkingTime(resumed, workingTime(paused, point))
        : point.plus(Duration.between(paused, resumed));
  }

  private ZonedDateTime endOf(LocalDate lastDay) {
    return hours.closingOf(moveToWorkingDay ? calendar.workingDayFrom(lastDay) : lastDay);
  }

  private static Deadline inPlainTime(ZonedDateTime start, ZonedDateTime end) {
    var whole = Duration.between(start, end);
    return new Deadline(end, start.plus(share(whole, HALF)), start.plus(share(whole, MOST)));
  }

  private Deadline inWorkingTime(ZonedDateTime start, ZonedDateTime end) {
    var whole = workingTime(start, end);
    return new Deadline(
        end,
        plusWorkingTime(start, share(whole, HALF)),
        plusWorkingTime(start, share(whole, MOST)));
  }

  private static Duration share(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100);
  }

  /** Time that the office is open from {@code from} to {@code to}. */
  Duration workingTime(ZonedDateTime from, ZonedDateTime to) {
    var sum = Duration.ZERO;
    for (var day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        var open = later(from, hours.openingOf(day));
        var close = earlier(to, hours.closingOf(day));
        sum = open.isBefore(close) ? sum.plus(Duration.between(open, close)) : sum;
      }
    }
    return sum;
  }

  /** The moment when the office has been open for {@code amount} since {@code from}. */
  ZonedDateTime plusWorkingTime(ZonedDateTime from, Duration amount) {
    if (amount.isZero()) {
      return from;
    }
    var left = amount;
    var day = from.toLocalDate();
    while (true) {
      day = calendar.workingDayFrom(day);
      var open = later(from, hours.openingOf(day));
      var room = Duration.between(open, hours.closingOf(day));
      if (!room.isNegative() && left.compareTo(room) <= 0) {
        return open.plus(left);
      }
      left = room.isNegative() ? left : left.minus(room);
      day = day.plusDays(1);
    }
  }

  private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static ZonedDateTime earlier(ZonedDateTime one, ZonedDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}
