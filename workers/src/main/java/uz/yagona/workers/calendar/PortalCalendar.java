package uz.yagona.workers.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.workers.portal.PortalClient;

/** The calendar that its owner edits in the portal; a year is read again after a minute. */
public final class PortalCalendar implements WorkingCalendar {
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final PortalClient portal;
  private final Map<Integer, Year> years = new ConcurrentHashMap<>();

  /** A calendar that asks {@code portal}. */
  public PortalCalendar(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    var kind = year(day.getYear()).marks().get(day);
    return kind == null ? WorkingCalendar.isWeekday(day) : kind == Kind.WORKING_SATURDAY;
  }

  private Year year(int year) {
    var known = years.get(year);
    if (known != null && System.nanoTime() - known.readAtNanos() < FRESH.toNanos()) {
      return known;
    }
    var read = read(year);
    years.put(year, read);
    return read;
  }

  private Year read(int year) {
    var days =
        portal
            .find(
                Days.class,
                "/internal/calendar?from={from}&to={to}",
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31))
            .orElseThrow(
                () ->
                    new BpmnErrorException(
                        "CALENDAR_MISSING",
                        "Expected the working calendar to hold %d, but it does not"
                            .formatted(year)));
    return new Year(
        days.days().stream().collect(Collectors.toUnmodifiableMap(Day::date, Day::kind)),
        System.nanoTime());
  }

  private record Year(Map<LocalDate, Kind> marks, long readAtNanos) {}

  private record Days(List<Day> days) {}

  private record Day(LocalDate date, Kind kind) {}

  private enum Kind {
    HOLIDAY,
    WORKING_SATURDAY
  }
}
