package uz.yagona.portal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.proof.Finding;
import uz.yagona.proof.JournalCheck;
import uz.yagona.proof.JournalLines;

class JournalIT {
  private static final RunningPortal PORTAL = RunningPortal.get();

  private final Journal journal = PORTAL.bean(Journal.class);
  private final JournalProof proof = PORTAL.bean(JournalProof.class);
  private final Checkpoints checkpoints = PORTAL.bean(Checkpoints.class);
  private final JdbcClient jdbc = PORTAL.bean(JdbcClient.class);
  private final String actor = "actor-" + UUID.randomUUID();

  @Test
  void shouldChainEntriesAndFindThem() {
    // when
    IntStream.range(0, 5)
        .forEach(
            number ->
                journal.write(
                    actor, Action.SIGN_OUT, "clock", Map.of("number", String.valueOf(number))));
    // then
    var page = journal.page(Long.MAX_VALUE, 10, actor, null);
    assertThat(page)
        .extracting(entry -> entry.detail().get("number"))
        .containsExactly("4", "3", "2", "1", "0");
    assertThat(page.get(0).prevHash()).isEqualTo(page.get(1).hash());
    assertThat(proof.check().isIntact()).isTrue();
  }

  @Test
  void shouldForgetWhatWasRolledBack() {
    // when
    PORTAL
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              journal.write(actor, Action.SIGN_OUT, "clock", Map.of());
              status.setRollbackOnly();
            });
    // then
    assertThat(journal.page(Long.MAX_VALUE, 10, actor, null)).isEmpty();
  }

  @Test
  void shouldFindTheLinkThatWasChanged() {
    // given
    journal.write(actor, Action.SIGN_OUT, "clock", Map.of("number", "1"));
    var seq = journal.page(Long.MAX_VALUE, 1, actor, null).get(0).seq();
    // when
    setActor(seq, "somebody-else");
    var broken = proof.check();
    setActor(seq, actor);
    // then
    assertThat(broken.findings())
        .extracting(Finding::kind, Finding::fromSeq)
        .containsExactly(tuple(Finding.Kind.CHANGED, seq));
    assertThat(proof.check().isIntact()).isTrue();
  }

  @Test
  void shouldTimestampTheStateAndExportWhatTheVerifierAccepts() {
    // given
    journal.write(actor, Action.SIGN_OUT, "clock", Map.of("text", "oʻzgardi \"2\"\n"));
    // when
    var auditor = Visitor.signedIn("auditor");
    var lines = auditor.get("/journal/export").text().lines().toList();
    // then
    var check = JournalCheck.of(JournalLines.read(lines.stream()), List.of());
    assertThat(check.findings()).isEmpty();
    assertThat(check.stampedSeq()).isPositive();
    assertThat(check.authorities()).isNotEmpty();
    // and a changed line is named
    var changed = lines.stream().map(line -> line.replace(actor, "nobody"));
    assertThat(JournalCheck.of(JournalLines.read(changed), List.of()).findings())
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.CHANGED)
        .isNotEmpty();
    assertThat(journal.page(Long.MAX_VALUE, 5, "auditor", "journal")).isNotEmpty();
  }

  @Test
  void shouldChainCheckpointsAndPublishThemToEverybody() {
    // given
    journal.write(actor, Action.SIGN_OUT, "clock", Map.of());
    checkpoints.make();
    journal.write(actor, Action.SIGN_OUT, "clock", Map.of());
    checkpoints.make();
    // when
    var published =
        JournalLines.read(new Visitor().get("/checkpoints").text().lines()).checkpoints();
    // then
    assertThat(published).hasSizeGreaterThanOrEqualTo(2).allMatch(one -> one.token() != null);
    var last = published.get(published.size() - 1);
    var before = published.get(published.size() - 2);
    assertThat(last.previous()).isEqualTo(before.digest());
    assertThat(last.firstSeq()).isEqualTo(before.seq() + 1);
  }

  @Test
  void shouldMakeNoCheckpointWithinTheHour() {
    checkpoints.make();
    var known = checkpoints.all().size();
    journal.write(actor, Action.SIGN_OUT, "clock", Map.of());
    checkpoints.keepUp();
    assertThat(checkpoints.all()).hasSize(known);
  }

  @Test
  void shouldKeepEveryEntryOfWritersThatWriteAtOnce() {
    // when
    IntStream.range(0, 200)
        .parallel()
        .forEach(number -> journal.write(actor, Action.SIGN_OUT, "clock", Map.of()));
    // then
    assertThat(journal.page(Long.MAX_VALUE, 300, actor, null)).hasSize(200);
    assertThat(proof.check().findings()).isEmpty();
  }

  @Test
  void shouldRefuseAChangeThatDoesNotTellWhatItChanged() {
    assertThatThrownBy(() -> journal.write(actor, Action.STATE, "request:1", Map.of("to", "X")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected before and after of STATE, but found [to]");
  }

  private void setActor(long seq, String name) {
    jdbc.sql("update portal.journal set actor = :name where seq = :seq")
        .param("name", name)
        .param("seq", seq)
        .update();
  }
}
