package uz.yagona.engine.timer;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.EventDefinition.Timer;

/**
 * Computes due dates. Every method throws {@link ExpressionException} when an expression fails or
 * gives no usable time.
 */
public final class Timers {

  private final Feel feel;
  private final ZoneId zone;

  /**
   * @param zone of cron, of dates without offset, and of calendar steps such as {@code P1M}
   */
  public Timers(Feel feel, ZoneId zone) {
    this.feel = feel;
    this.zone = zone;
  }

  /** The first time a timer created {@code now} fires. */
  public Schedule first(Timer timer, VariableLookup variables, Instant now) {
    var text = feel.evaluateString(timer.expression(), variables);
    return computed(
        timer.expression(),
        () ->
            switch (timer.kind()) {
              case DATE -> Schedule.once(TimerText.date(text, zone));
              case DURATION -> Schedule.once(after(text, now));
              case CYCLE -> firstOf(TimerText.cycle(text), text, now);
            });
  }

  private Schedule firstOf(Cycle cycle, String text, Instant now) {
    return cycle
        .first(now, zone)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Expected a cycle with a time to come, but '%s' has none".formatted(text)));
  }

  private Instant after(String duration, Instant now) {
    var interval = TimerText.duration(duration);
    return now.atZone(zone).plus(interval.getPeriod()).plus(interval.getDuration()).toInstant();
  }

  /**
   * The time after one that has fired; empty when it was the last.
   *
   * @param fired due date of the time that fired
   * @param repetitions of the schedule that fired
   */
  public Optional<Schedule> next(
      Timer timer, VariableLookup variables, Instant fired, int repetitions, Instant now) {
    if (timer.kind() != Timer.Kind.CYCLE || repetitions == 1) {
      return Optional.empty();
    }
    var text = feel.evaluateString(timer.expression(), variables);
    return computed(
        timer.expression(), () -> TimerText.cycle(text).next(fired, repetitions, now, zone));
  }

  /** A date of a user task; {@code null} if the expression gives none. */
  public @Nullable Instant date(Expression expression, VariableLookup variables) {
    var text = feel.evaluateOptionalString(expression, variables);
    return text == null || text.isBlank()
        ? null
        : computed(expression, () -> TimerText.date(text, zone));
  }

  /** A span of time from now on, such as the time-to-live of a message. */
  public Duration duration(Expression expression, VariableLookup variables, Instant now) {
    var text = feel.evaluateString(expression, variables);
    return computed(expression, () -> Duration.between(now, after(text, now)));
  }

  private static <T> T computed(Expression expression, Supplier<T> computation) {
    try {
      return computation.get();
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new ExpressionException(
          expression.text(), e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }
}
