package uz.yagona.engine.timer;

import io.camunda.zeebe.model.bpmn.util.time.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** A timer that fires again and again. */
sealed interface Cycle {

  /** The first time; empty if there is none. */
  Optional<Schedule> first(Instant now, ZoneId zone);

  /** The time after {@code fired}; empty if there is none. */
  Optional<Schedule> next(Instant fired, int repetitions, Instant now, ZoneId zone);

  /**
   * An ISO 8601 repeating interval. It keeps its rhythm: the next time counts from the last due
   * date, and times missed while the engine was down are made up for, up to {@link #MAX_MISSED}.
   */
  record Repeating(int repetitions, Interval interval) implements Cycle {

    private static final int MAX_MISSED = 1_000;

    @Override
    public Optional<Schedule> first(Instant now, ZoneId zone) {
      var due = interval.getStart().orElseGet(() -> after(now.atZone(zone)));
      while (due.toInstant().isBefore(now)) {
        due = after(due);
      }
      return Optional.of(new Schedule(due.toInstant(), repetitions));
    }

    @Override
    public Optional<Schedule> next(Instant fired, int left, Instant now, ZoneId zone) {
      if (left == 1) {
        return Optional.empty();
      }
      var due = after(fired.atZone(zone));
      if (left == Schedule.FOR_EVER && isFarBehind(due, now)) {
        due = after(now.atZone(zone));
      }
      var remaining = left == Schedule.FOR_EVER ? left : left - 1;
      return Optional.of(new Schedule(due.toInstant(), remaining));
    }

    private boolean isFarBehind(ZonedDateTime due, Instant now) {
      var at = due;
      for (var missed = 0; missed < MAX_MISSED; missed++) {
        if (at.toInstant().isAfter(now)) {
          return false;
        }
        at = after(at);
      }
      return true;
    }

    private ZonedDateTime after(ZonedDateTime time) {
      return time.plus(interval.getPeriod()).plus(interval.getDuration());
    }
  }

  /** A cron text. Times missed while the engine was down count as one. */
  record Cron(CronExpression expression) implements Cycle {

    @Override
    public Optional<Schedule> first(Instant now, ZoneId zone) {
      return Optional.ofNullable(expression.next(now.atZone(zone)))
          .map(due -> new Schedule(due.toInstant(), Schedule.FOR_EVER));
    }

    @Override
    public Optional<Schedule> next(Instant fired, int left, Instant now, ZoneId zone) {
      return first(fired.isAfter(now) ? fired : now, zone);
    }
  }
}
