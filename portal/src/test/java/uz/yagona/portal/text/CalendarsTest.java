package uz.yagona.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uz.yagona.forms.Language;

class CalendarsTest {
  private final Calendars calendars = new Calendars(new Texts());

  @Test
  void shouldWriteADateAsEachLanguageDoes() {
    var day = LocalDate.of(2026, 11, 5);

    assertThat(Language.all())
        .extracting(language -> calendars.date(day, language))
        .containsExactly(
            "2026-yil 5-noyabr", "2026-йил 5-ноябрь", "5 ноября 2026 г.", "5 November 2026");
  }

  @Test
  void shouldShowMomentsInTashkent() {
    var moment = Instant.parse("2026-12-31T20:30:00Z");

    assertThat(calendars.time(moment, Language.EN)).isEqualTo("1 January 2027, 01:30");
    assertThat(calendars.stamp(moment)).isEqualTo("01.01.2027 01:30");
  }

  @Test
  void shouldWriteSizesInWords() {
    assertThat(calendars.size(10, Language.EN)).isEqualTo("1 KB");
    assertThat(calendars.size(1_500_000, Language.RU)).isEqualTo("1,4 МБ");
  }
}
