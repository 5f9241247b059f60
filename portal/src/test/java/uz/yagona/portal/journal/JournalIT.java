package uz.yagona.portal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.portal.support.RunningPortal;

class JournalIT {
  private static final RunningPortal PORTAL = RunningPortal.get();

  private final Journal journal = PORTAL.bean(Journal.class);
  private final JdbcClient jdbc = PORTAL.bean(JdbcClient.class);
  private final String actor = "actor-" + UUID.randomUUID();

  @Test
  void shouldChainEntriesAndFindThem() {
    // when
    IntStream.range(0, 5)
        .forEach(
            number ->
                journal.write(
                    actor, Action.CLOCK, "clock", Map.of("number", String.valueOf(number))));
    // then
    var page = journal.page(Long.MAX_VALUE, 10, actor, null);
    assertThat(page)
        .extracting(entry -> entry.detail().get("number"))
        .containsExactly("4", "3", "2", "1", "0");
    assertThat(page.get(0).prevHash()).isEqualTo(page.get(1).hash());
    assertThat(journal.verify().isIntact()).isTrue();
  }

  @Test
  void shouldForgetWhatWasRolledBack() {
    // when
    PORTAL
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              journal.write(actor, Action.CLOCK, "clock", Map.of());
              status.setRollbackOnly();
            });
    // then
    assertThat(journal.page(Long.MAX_VALUE, 10, actor, null)).isEmpty();
  }

  @Test
  void shouldFindTheLinkThatWasChanged() {
    // given
    journal.write(actor, Action.CLOCK, "clock", Map.of("number", "1"));
    var seq = journal.page(Long.MAX_VALUE, 1, actor, null).get(0).seq();
    // when
    setActor(seq, "somebody-else");
    var broken = journal.verify();
    setActor(seq, actor);
    // then
    assertThat(broken.brokenAt()).isEqualTo(seq);
    assertThat(journal.verify().isIntact()).isTrue();
  }

  private void setActor(long seq, String name) {
    jdbc.sql("update portal.journal set actor = :name where seq = :seq")
        .param("name", name)
        .param("seq", seq)
        .update();
  }
}
