package uz.yagona.workers.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import uz.yagona.client.JobException;

class TermTest {
  @Test
  void shouldReadTheOutputOfTheDecision() {
    var term =
        Term.of(
            Map.of(
                "amount",
                15,
                "unit",
                "CALENDAR_DAY",
                "legalRef",
                "ZRU-445",
                "legalStatus",
                "VERIFIED"));

    assertThat(term).isEqualTo(new Term(15, TermUnit.CALENDAR_DAY, "ZRU-445", "VERIFIED"));
  }

  @Test
  void shouldSayWhichUnitsThereAre() {
    assertThatThrownBy(() -> Term.of(Map.of("amount", 3, "unit", "WEEK")))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "Expected sla.unit to be one of [WORKING_DAY, CALENDAR_DAY, MONTH, HOUR],"
                + " but it is WEEK");
  }

  @Test
  void shouldRefuseATermOfNothing() {
    assertThatThrownBy(() -> Term.of(Map.of("amount", 0, "unit", "HOUR")))
        .hasMessage("Expected sla.amount to be a number of at least 1, but it is 0");
  }
}
