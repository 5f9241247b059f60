package uz.yagona.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Totals totals = new Totals(nanos::get);

  @Test
  void shouldRememberALargeTotalForAMoment() {
    assertThat(totals.keep("tasks", Totals.SMALL + 1)).isEqualTo(Totals.SMALL + 1);
    assertThat(totals.find("tasks")).isEqualTo(Totals.SMALL + 1);
    assertThat(totals.find("other tasks")).isNull();

    nanos.addAndGet(Totals.AGE.toNanos());

    assertThat(totals.find("tasks")).isNull();
  }

  @Test
  void shouldCountSmallTotalsEachTime() {
    totals.keep("tasks", Totals.SMALL + 1);

    assertThat(totals.keep("tasks", Totals.SMALL)).isEqualTo(Totals.SMALL);

    assertThat(totals.find("tasks")).isNull();
  }
}
