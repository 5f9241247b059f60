package uz.yagona.engine.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.yagona.engine.feel.ExpressionException;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.EventDefinition.Timer;
import uz.yagona.engine.model.EventDefinition.Timer.Kind;

class TimersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Tashkent");
  private static final Feel FEEL = new Feel(InstantSource.fixed(NOW), ZONE);
  private static final Timers TIMERS = new Timers(FEEL, ZONE);

  private static Timer timer(Kind kind, String text) {
    return new Timer(kind, FEEL.parse(text));
  }

  private static Schedule first(Kind kind, String text) {
    return TIMERS.first(timer(kind, text), VariableLookup.of(Map.of("hours", 2)), NOW);
  }

  private static Optional<Schedule> next(String text, String fired, int repetitions) {
    return TIMERS.next(
        timer(Kind.CYCLE, text),
        VariableLookup.NONE,
        Instant.parse(fired),
        repetitions,
        Instant.parse(fired));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T10:00:00Z, 2026-02-01T10:00:00Z",
    "2026-02-01T10:00:00+05:00, 2026-02-01T05:00:00Z",
    "2026-02-01T10:00:00+05:00[Asia/Tashkent], 2026-02-01T05:00:00Z",
    "2026-02-01T10:00:00, 2026-02-01T05:00:00Z",
    "2026-02-01, 2026-01-31T19:00:00Z",
    "'=now() + duration(\"PT1H\")', 2026-01-01T01:00:00Z",
    "'=date and time(\"2026-02-01T10:00:00\")', 2026-02-01T05:00:00Z",
  })
  void shouldFireAtDates(String text, Instant due) {
    assertThat(first(Kind.DATE, text)).isEqualTo(new Schedule(due, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "PT90S, 2026-01-01T00:01:30Z",
    "P1M2DT1H, 2026-02-03T01:00:00Z",
    "P1W, 2026-01-08T00:00:00Z",
    "'=duration(\"PT\" + string(hours) + \"H\")', 2026-01-01T02:00:00Z",
    "'=@\"P1Y\"', 2027-01-01T00:00:00Z",
  })
  void shouldFireAfterDurations(String text, Instant due) {
    assertThat(first(Kind.DURATION, text)).isEqualTo(new Schedule(due, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "R/PT1H, 2026-01-01T01:00:00Z, -1",
    "R3/PT1H, 2026-01-01T01:00:00Z, 3",
    "R2/2026-01-05T00:00:00Z/P1D, 2026-01-05T00:00:00Z, 2",
    "0 0 9 * * MON-FRI, 2026-01-01T04:00:00Z, -1",
    "@daily, 2026-01-01T19:00:00Z, -1",
    "'=cycle(2, duration(\"PT1M\"))', 2026-01-01T00:01:00Z, 2",
  })
  void shouldStartCycles(String text, Instant due, int repetitions) {
    assertThat(first(Kind.CYCLE, text)).isEqualTo(new Schedule(due, repetitions));
  }

  @Test
  void shouldKeepTheRhythmOfACycle() {
    assertThat(next("R3/PT1H", "2026-01-01T01:00:00Z", 3))
        .contains(new Schedule(Instant.parse("2026-01-01T02:00:00Z"), 2));
    assertThat(next("R3/PT1H", "2026-01-01T03:00:00Z", 1)).isEmpty();
    assertThat(next("R/P1M", "2026-01-31T00:00:00Z", -1))
        .contains(new Schedule(Instant.parse("2026-02-28T00:00:00Z"), -1));
    assertThat(next("0 0 9 * * MON-FRI", "2026-01-02T04:00:00Z", -1))
        .contains(new Schedule(Instant.parse("2026-01-05T04:00:00Z"), -1));
  }

  @Test
  void shouldNotFireForEverAfterALongPause() {
    var next =
        TIMERS.next(
            timer(Kind.CYCLE, "R/PT1S"),
            VariableLookup.NONE,
            NOW,
            Schedule.FOR_EVER,
            NOW.plus(Duration.ofDays(300)));

    assertThat(next.orElseThrow().dueDate()).isAfter(NOW.plus(Duration.ofDays(300)));
  }

  @Test
  void shouldNotRepeatDatesAndDurations() {
    assertThat(TIMERS.next(timer(Kind.DURATION, "PT1H"), VariableLookup.NONE, NOW, 1, NOW))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DATE|tomorrow|Expected a date-time such as '2026-12-31T18:00:00+05:00', but it is 'tomorrow'",
        "DURATION|1 hour|Expected a duration such as 'PT12H' or 'P3D', but it is '1 hour'",
        "CYCLE|R3|Expected a cycle such as 'R3/PT12H' or a cron text, but it is 'R3'",
        "CYCLE|R0/PT1H|Expected a cycle that repeats after some time, but it is 'R0/PT1H'",
        "CYCLE|0 0 99 * * *|Expected a cycle such as 'R3/PT12H' or a cron text such as '0 0 9 * * MON-FRI', but it is '0 0 99 * * *'",
        "CYCLE|0 0 0 30 2 *|Expected a cycle with a time to come, but '0 0 0 30 2 *' has none",
      })
  void shouldTellWhatIsWrongWithATimer(Kind kind, String text, String message) {
    assertThatThrownBy(() -> first(kind, text))
        .isInstanceOf(ExpressionException.class)
        .hasMessage(message);
  }

  @Test
  void shouldFailForDurationsBeyondTime() {
    assertThatThrownBy(() -> first(Kind.DURATION, "P999999999Y"))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  void shouldReadDatesOfUserTasks() {
    assertThat(TIMERS.date(FEEL.parse("=null"), VariableLookup.NONE)).isNull();
    assertThat(TIMERS.date(FEEL.parse("2026-02-01T10:00:00Z"), VariableLookup.NONE))
        .isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
    assertThat(TIMERS.duration(FEEL.parse("P1D"), VariableLookup.NONE, NOW))
        .isEqualTo(Duration.ofDays(1));
  }
}
