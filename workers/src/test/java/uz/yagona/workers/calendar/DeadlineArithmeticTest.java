package uz.yagona.workers.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeadlineArithmeticTest {
  private static final ZoneId TASHKENT = ZoneId.of("Asia/Tashkent");
  private static final OfficeHours HOURS =
      new OfficeHours(LocalTime.of(9, 0), LocalTime.of(18, 0), TASHKENT);
  private static final Set<LocalDate> HOLIDAYS_2026 =
      Stream.of(
              "2026-01-01",
              "2026-01-02",
              "2026-03-09",
              "2026-03-20",
              "2026-03-23",
              "2026-05-11",
              "2026-05-27",
              "2026-05-28",
              "2026-05-29",
              "2026-08-31",
              "2026-09-01",
              "2026-10-01",
              "2026-12-08",
              "2026-12-31",
              "2027-01-01")
          .map(LocalDate::parse)
          .collect(java.util.stream.Collectors.toSet());
  private static final LocalDate WORKING_SATURDAY = LocalDate.parse("2026-12-12");
  private static final WorkingCalendar CALENDAR =
      day ->
          day.equals(WORKING_SATURDAY)
              || WorkingCalendar.isWeekday(day) && !HOLIDAYS_2026.contains(day);
  private static final DeadlineArithmetic ARITHMETIC =
      new DeadlineArithmetic(CALENDAR, HOURS, true);

  @ParameterizedTest(name = "{2} {3} from {0} end {1}")
  @CsvSource({
    "2026-11-25T10:00+05:00, 2026-11-30T18:00+05:00, 3, WORKING_DAY",
    "2026-11-25T23:59+05:00, 2026-11-30T18:00+05:00, 3, WORKING_DAY",
    "2026-11-28T12:00+05:00, 2026-12-02T18:00+05:00, 3, WORKING_DAY",
    "2026-12-07T12:00+05:00, 2026-12-11T18:00+05:00, 3, WORKING_DAY",
    "2026-12-10T12:00+05:00, 2026-12-14T18:00+05:00, 3, WORKING_DAY",
    "2026-12-29T12:00+05:00, 2027-01-05T18:00+05:00, 3, WORKING_DAY",
    "2026-11-25T10:00+05:00, 2026-12-10T18:00+05:00, 15, CALENDAR_DAY",
    "2026-11-25T20:00Z, 2026-12-11T18:00+05:00, 15, CALENDAR_DAY",
    "2026-11-28T10:00+05:00, 2026-12-14T18:00+05:00, 15, CALENDAR_DAY",
    "2026-11-23T10:00+05:00, 2026-12-09T18:00+05:00, 15, CALENDAR_DAY",
    "2026-11-25T10:00+05:00, 2026-12-25T18:00+05:00, 1, MONTH",
    "2026-01-31T10:00+05:00, 2026-03-02T18:00+05:00, 1, MONTH",
    "2026-11-25T10:00+05:00, 2027-01-25T18:00+05:00, 2, MONTH",
    "2026-11-28T22:30+05:00, 2026-11-28T23:30+05:00, 1, HOUR",
  })
  void shouldEndTheTermAtTheClosingOfItsLastDay(
      String filedAt, String dueAt, int amount, TermUnit unit) {
    var deadline = compute(filedAt, amount, unit);

    assertThat(deadline.dueAt()).isEqualTo(ZonedDateTime.parse(dueAt));
    assertThat(deadline.dueDate())
        .isEqualTo(ZonedDateTime.parse(dueAt).withZoneSameInstant(TASHKENT).toLocalDate());
  }

  @Test
  void shouldKeepADayOffAsTheLastDayWhenToldSo() {
    var strict = new DeadlineArithmetic(CALENDAR, HOURS, false);

    var deadline =
        strict.compute(Instant.parse("2026-11-28T05:00:00Z"), term(15, TermUnit.CALENDAR_DAY));

    assertThat(deadline.dueDate()).isEqualTo("2026-12-13");
  }

  @Test
  void shouldPutTheLadderIntoWorkingTimeForWorkingDays() {
    var deadline = compute("2026-11-25T10:00+05:00", 3, TermUnit.WORKING_DAY);

    assertThat(deadline.at50()).isEqualTo(ZonedDateTime.parse("2026-11-27T13:30+05:00"));
    assertThat(deadline.at80()).isEqualTo(ZonedDateTime.parse("2026-11-30T12:36+05:00"));
  }

  @Test
  void shouldPutTheLadderIntoPlainTimeForHours() {
    var deadline = compute("2026-11-25T10:00+05:00", 10, TermUnit.HOUR);

    assertThat(deadline.at50()).isEqualTo(ZonedDateTime.parse("2026-11-25T15:00+05:00"));
    assertThat(deadline.at80()).isEqualTo(ZonedDateTime.parse("2026-11-25T18:00+05:00"));
  }

  @Test
  void shouldKeepTheWorkingTimeLeftWhenThePauseCoversAWeekend() {
    var before = compute("2026-11-25T10:00+05:00", 3, TermUnit.WORKING_DAY);

    var after =
        ARITHMETIC.resume(
            before,
            TermUnit.WORKING_DAY,
            instant("2026-11-27T17:00+05:00"),
            instant("2026-11-29T12:00+05:00"));

    assertThat(after.dueAt()).isEqualTo(ZonedDateTime.parse("2026-12-01T10:00+05:00"));
    assertThat(after.at80()).isEqualTo(ZonedDateTime.parse("2026-11-30T13:36+05:00"));
    assertThat(after.at50()).as("passed before the pause").isEqualTo(before.at50());
  }

  @Test
  void shouldShiftByThePauseInPlainTimeForCalendarDays() {
    var before = compute("2026-11-25T10:00+05:00", 15, TermUnit.CALENDAR_DAY);

    var after =
        ARITHMETIC.resume(
            before,
            TermUnit.CALENDAR_DAY,
            instant("2026-11-27T17:00+05:00"),
            instant("2026-11-29T19:30+05:00"));

    assertThat(after.dueAt()).isEqualTo(before.dueAt().plusHours(50).plusMinutes(30));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldCountWorkingDaysLikeACalendarOnTheWall(long seed) {
    var random = new Random(seed);
    var filed = moment(random);
    var amount = 1 + random.nextInt(20);

    var day = filed.toLocalDate();
    for (var counted = 0; counted < amount; ) {
      day = day.plusDays(1);
      counted += CALENDAR.isWorkingDay(day) ? 1 : 0;
    }

    assertThat(compute(filed.toString(), amount, TermUnit.WORKING_DAY).dueDate()).isEqualTo(day);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldMeasureWorkingTimeLikeAStopwatch(long seed) {
    var random = new Random(seed);
    var from = moment(random);
    var to = from.plusMinutes(random.nextInt(12 * 24 * 60));

    var minutes = 0L;
    for (var minute = from; minute.isBefore(to); minute = minute.plusMinutes(1)) {
      minutes += isOpen(minute) ? 1 : 0;
    }

    assertThat(ARITHMETIC.workingTime(from, to)).isEqualTo(Duration.ofMinutes(minutes));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldReachTheMomentAfterExactlyTheGivenWorkingTime(long seed) {
    var random = new Random(seed);
    var from = moment(random);
    var amount = Duration.ofMinutes(1 + random.nextInt(6_000));

    var reached = ARITHMETIC.plusWorkingTime(from, amount);

    assertThat(ARITHMETIC.workingTime(from, reached)).isEqualTo(amount);
    assertThat(isOpen(reached.minusMinutes(1))).as("the last minute is working time").isTrue();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldKeepTheLadderInOrderForEveryUnit(long seed) {
    var random = new Random(seed);
    var filed = moment(random);
    for (var unit : TermUnit.values()) {
      var deadline = compute(filed.toString(), 1 + random.nextInt(3), unit);

      assertThat(deadline.at50()).isAfter(filed).isBefore(deadline.at80());
      assertThat(deadline.at80()).isBefore(deadline.dueAt());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldLeaveWhatWasLeftWhenTheClockStopped(long seed) {
    var random = new Random(seed);
    var filed = moment(random);
    var before = compute(filed.toString(), 3 + random.nextInt(5), TermUnit.WORKING_DAY);
    var paused = filed.plusMinutes(random.nextInt(5_000));
    var resumed = paused.plusMinutes(random.nextInt(20_000));

    var after =
        ARITHMETIC.resume(before, TermUnit.WORKING_DAY, paused.toInstant(), resumed.toInstant());

    if (before.dueAt().isAfter(paused)) {
      assertThat(ARITHMETIC.workingTime(resumed, after.dueAt()))
          .isEqualTo(ARITHMETIC.workingTime(paused, before.dueAt()));
      assertThat(after.dueAt()).isAfterOrEqualTo(before.dueAt());
    } else {
      assertThat(after).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldChangeNothingWhenThePauseTookNoTime(long seed) {
    var random = new Random(seed);
    var filed = moment(random);
    var paused = filed.plusMinutes(random.nextInt(2_000)).toInstant();
    for (var unit : TermUnit.values()) {
      var before = compute(filed.toString(), 3, unit);

      assertThat(ARITHMETIC.resume(before, unit, paused, paused)).isEqualTo(before);
    }
  }

  private static Stream<Long> seeds() {
    return IntStream.range(0, 60).mapToObj(seed -> 4711L * seed + 1);
  }

  private static boolean isOpen(ZonedDateTime minute) {
    return CALENDAR.isWorkingDay(minute.toLocalDate())
        && !minute.toLocalTime().isBefore(HOURS.opens())
        && minute.toLocalTime().isBefore(HOURS.closes());
  }

  private static ZonedDateTime moment(Random random) {
    return LocalDate.of(2026, 1, 1)
        .atStartOfDay(TASHKENT)
        .plusMinutes(random.nextInt(330 * 24 * 60));
  }

  private static Deadline compute(String filedAt, int amount, TermUnit unit) {
    return ARITHMETIC.compute(instant(filedAt), term(amount, unit));
  }

  private static Term term(int amount, TermUnit unit) {
    return new Term(amount, unit, "ZRU-445", "VERIFIED");
  }

  private static Instant instant(String text) {
    return ZonedDateTime.parse(text).toInstant();
  }
}
