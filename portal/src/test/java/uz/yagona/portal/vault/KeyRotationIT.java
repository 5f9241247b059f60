package uz.yagona.portal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class KeyRotationIT {
  private static final RunningPortal PORTAL = RunningPortal.get();
  private static final Access ACCESS = new Access("tester", Purpose.REVIEW, "request:test");

  private final Vault vault = PORTAL.bean(Vault.class);
  private final KeyRotation rotation = PORTAL.bean(KeyRotation.class);
  private final Keyring ring = PORTAL.bean(Keyring.class);
  private final Rewrapping rewrapping = PORTAL.bean(Rewrapping.class);
  private final TransactionTemplate transaction = PORTAL.bean(TransactionTemplate.class);
  private final JdbcClient jdbc = PORTAL.bean(JdbcClient.class);

  @BeforeEach
  void nothingRuns() {
    rotation.keepUp();
    Awaitility.await().until(() -> !rotation.isRunning());
  }

  @Test
  void shouldReadAndFindEverythingBeforeWhileAndAfter() {
    // given
    var ids = new ArrayList<UUID>();
    for (var i = 0; i < 250; i++) {
      ids.add(vault.put(vault.newSubject(), "pinfl", "4150692172%04d".formatted(i)));
    }
    var before = ring.active().fingerprint();
    var isDone = new AtomicBoolean();
    var reader =
        CompletableFuture.runAsync(
            () -> {
              while (!isDone.get()) {
                assertAllThere(ids);
              }
            });
    // when
    assertThat(rotation.start("operator")).isTrue();
    rotation.keepUp();
    Awaitility.await().until(() -> !rotation.isRunning());
    isDone.set(true);
    // then
    reader.join();
    assertAllThere(ids);
    assertThat(ring.active().fingerprint()).isNotEqualTo(before);
    assertThat(rotation.progress().left()).isZero();
    assertThat(rotation.keys())
        .filteredOn(key -> key.fingerprint().equals(before))
        .extracting(MasterState::state)
        .containsExactly("RETIRED");
    assertThat(steps()).contains("STARTED", "FINISHED");
  }

  @Test
  void shouldGoOnWhereACrashLeftIt() {
    // given a batch that was wrapped anew, and one that a crash took back
    var first = vault.put(vault.newSubject(), "phone", "+998 90 777 11 22");
    var second = vault.put(vault.newSubject(), "phone", "+998 90 777 11 23");
    transaction.executeWithoutResult(status -> PORTAL.bean(MasterRepository.class).retireActive());
    var fresh = ring.create();
    transaction.executeWithoutResult(
        status -> PORTAL.bean(MasterRepository.class).add(fresh.fingerprint(), Instant.now()));
    transaction.executeWithoutResult(
        status -> {
          rewrapping.batch(fresh, 1);
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(status -> rewrapping.batch(fresh, 1));
    // then both can be read and found in between
    assertThat(vault.read(List.of(first, second), ACCESS)).hasSize(2);
    assertThat(vault.find("phone", "998907771122", 1)).containsExactly(first);
    // when
    rotation.keepUp();
    // then
    Awaitility.await().until(() -> !rotation.isRunning());
    assertThat(vault.read(List.of(first, second), ACCESS)).hasSize(2);
    assertThat(vault.find("phone", "998907771123", 1)).containsExactly(second);
    assertThat(
            jdbc.sql(
                    "select count(*) from portal.vault_subject where wrapped_key is not null"
                        + " and master_fingerprint <> :fingerprint")
                .param("fingerprint", fresh.fingerprint())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void shouldNotNeedTheOldKeyAfterwards() {
    var id = vault.put(vault.newSubject(), "name", "Karimova Aziza");
    rotation.start("operator");
    rotation.keepUp();
    Awaitility.await().until(() -> !rotation.isRunning());
    var sealed =
        jdbc.sql(
                "select wrapped_key, master_fingerprint, subject_id from portal.vault_subject"
                    + " join portal.vault_value using (subject_id) where value_id = :id")
            .param("id", id)
            .query(
                (row, index) ->
                    new SubjectRepository.Wrapped(
                        row.getObject("subject_id", UUID.class),
                        row.getBytes("wrapped_key"),
                        row.getString("master_fingerprint")))
            .single();
    var context = SubjectKeys.context(sealed.subjectId());
    assertThat(SealedBox.open(ring.active().wrapping(), context, sealed.wrappedKey())).hasSize(32);
    for (var key : rotation.keys()) {
      if (key.state().equals("RETIRED")) {
        var old = ring.get(key.fingerprint());
        assertThatThrownBy(() -> SealedBox.open(old.wrapping(), context, sealed.wrappedKey()))
            .isInstanceOf(VaultException.class);
      }
    }
  }

  @Test
  void shouldBeStartedByAnOperatorOnItsPage() {
    var operator = Visitor.signedIn("operator");
    var page = operator.get("/operations/vault-key?lang=en");
    var started = operator.submit(page.form("/operations/vault-key"), Map.of(), null);
    assertThat(started.html().text()).contains("The rotation has begun.");
    assertThat(Visitor.signedIn("auditor").get("/operations/vault-key").status()).isEqualTo(403);
  }

  private void assertAllThere(List<UUID> ids) {
    assertThat(vault.read(ids, ACCESS)).hasSize(250);
    for (var i = 0; i < 250; i += 50) {
      assertThat(vault.find("pinfl", "4150692172%04d".formatted(i), 1)).containsExactly(ids.get(i));
    }
  }

  private List<String> steps() {
    return PORTAL.bean(Journal.class).page(Long.MAX_VALUE, 10, null, "vault").stream()
        .map(entry -> entry.detail().getOrDefault("step", ""))
        .toList();
  }
}
