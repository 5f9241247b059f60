package uz.yagona.workers.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When an office works on a working day. */
public record OfficeHours(LocalTime opens, LocalTime closes, ZoneId zone) {

  ZonedDateTime openingOf(LocalDate day) {
    return day.atTime(opens).atZone(zone);
  }

  ZonedDateTime closingOf(LocalDate day) {
    return day.atTime(closes).atZone(zone);
  }
}
