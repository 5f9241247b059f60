package uz.yagona.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.handler.Leases.Lease;

class LeaseTableTest {
  private static final LeaseTable.Work WORK = new LeaseTable.Work("work", "process");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final LeaseTable leases = new LeaseTable();

  private void lease(long key, int seconds) {
    leases.add(key, WORK, new Lease("worker", NOW.plusSeconds(seconds)));
  }

  @Test
  void shouldExpireWhatIsOverAndNothingElse() {
    lease(1, 10);
    lease(2, 20);

    assertThat(leases.expire(NOW.plusSeconds(10))).containsExactly(new LeaseTable.Expired(1, WORK));
    assertThat(leases.of(1)).isNull();
    assertThat(leases.of(2)).isNotNull();
    assertThat(leases.nextDeadline()).contains(NOW.plusSeconds(20));
  }

  @Test
  void shouldKeepALeaseThatWasExtended() {
    lease(1, 10);
    leases.extend(1, NOW.plusSeconds(60));

    assertThat(leases.expire(NOW.plusSeconds(30))).isEmpty();
    assertThat(leases.nextDeadline()).contains(NOW.plusSeconds(60));
  }

  @Test
  void shouldForgetALeaseThatIsGivenBack() {
    lease(1, 10);
    leases.remove(1);

    assertThat(leases.expire(NOW.plusSeconds(30))).isEmpty();
    assertThat(leases.nextDeadline()).isEmpty();
  }
}
