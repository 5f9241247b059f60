package uz.yagona.engine.timer;

import io.camunda.zeebe.model.bpmn.util.time.Interval;
import io.camunda.zeebe.model.bpmn.util.time.RepeatingInterval;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.scheduling.support.CronExpression;
import uz.yagona.engine.model.EventDefinition.Timer.Kind;

/** The texts of timers. Every method throws {@link IllegalArgumentException} for another text. */
public final class TimerText {

  private TimerText() {}

  /** Whether a fixed text can be used for such a timer. */
  public static void check(Kind kind, String text) {
    switch (kind) {
      case DATE -> date(text, ZoneId.of("UTC"));
      case DURATION -> duration(text);
      case CYCLE -> cycle(text);
    }
  }

  /** An ISO date-time; without offset, or as a date alone, it counts in {@code zone}. */
  static Instant date(String text, ZoneId zone) {
    try {
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip(), ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
      if (parsed instanceof ZonedDateTime zoned) {
        return zoned.toInstant();
      }
      return parsed instanceof OffsetDateTime offset
          ? offset.toInstant()
          : ((LocalDateTime) parsed).atZone(zone).toInstant();
    } catch (DateTimeException notADateTime) {
      return startOfDay(text, zone);
    }
  }

  private static Instant startOfDay(String text, ZoneId zone) {
    try {
      return LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Expected a date-time such as '2026-12-31T18:00:00+05:00', but it is '%s'"
              .formatted(text),
          e);
    }
  }

  static Interval duration(String text) {
    try {
      var interval = Interval.parse(text.strip());
      if (interval.getStart().isEmpty()) {
        return interval;
      }
    } catch (DateTimeException e) {
      throw notADuration(text, e);
    }
    throw notADuration(text, null);
  }

  private static IllegalArgumentException notADuration(
      String text, @org.jspecify.annotations.Nullable Exception cause) {
    return new IllegalArgumentException(
        "Expected a duration such as 'PT12H' or 'P3D', but it is '%s'".formatted(text), cause);
  }

  static Cycle cycle(String text) {
    return text.strip().startsWith("R") ? repeating(text.strip()) : cron(text.strip());
  }

  private static Cycle repeating(String text) {
    RepeatingInterval parsed;
    try {
      parsed = RepeatingInterval.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Expected a cycle such as 'R3/PT12H' or a cron text, but it is '%s'".formatted(text), e);
    }
    var interval = parsed.getInterval();
    var start = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("UTC"));
    if (parsed.getRepetitions() == 0 || !start.plus(interval).isAfter(start)) {
      throw new IllegalArgumentException(
          "Expected a cycle that repeats after some time, but it is '%s'".formatted(text));
    }
    var repetitions = parsed.getRepetitions() < 0 ? Schedule.FOR_EVER : parsed.getRepetitions();
    return new Cycle.Repeating(repetitions, interval);
  }

  private static Cycle cron(String text) {
    try {
      return new Cycle.Cron(CronExpression.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Expected a cycle such as 'R3/PT12H' or a cron text such as '0 0 9 * * MON-FRI', but it is '%s'"
              .formatted(text),
          e);
    }
  }
}
