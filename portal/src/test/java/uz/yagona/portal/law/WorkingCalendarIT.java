package uz.yagona.portal.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.yagona.portal.support.RunningPortal;

class WorkingCalendarIT {
  private final WorkingCalendar calendar = RunningPortal.get().bean(WorkingCalendar.class);

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, 5, 2026-12-02",
    "2026-12-07, 5, 2026-12-14", // 8 December is a holiday, Saturday the 12th is worked
    "2026-12-30, 1, 2027-01-04",
    "2026-08-28, 1, 2026-09-02"
  })
  void shouldCountWorkingDaysOnly(LocalDate start, int days, LocalDate expected) {
    assertThat(calendar.plusWorkingDays(start, days)).isEqualTo(expected);
  }

  @Test
  void shouldRefuseAYearThatTheCalendarDoesNotHave() {
    assertThatThrownBy(() -> calendar.plusWorkingDays(LocalDate.of(2027, 12, 28), 10))
        .isInstanceOf(CalendarMissingException.class)
        .hasMessage("Expected the working calendar of 2028, but it is missing");
  }
}
