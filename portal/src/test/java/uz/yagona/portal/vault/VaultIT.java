package uz.yagona.portal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.RunningPortal;

class VaultIT {
  private static final RunningPortal PORTAL = RunningPortal.get();
  private static final Access ACCESS = new Access("tester", Purpose.REVIEW, "request:test");

  private final Vault vault = PORTAL.bean(Vault.class);
  private final JdbcClient jdbc = PORTAL.bean(JdbcClient.class);

  @Test
  void shouldKeepNoPlainTextAndJournalEachRead() {
    // given
    var subject = vault.newSubject();
    var id = vault.put(subject, "name", "Karimova Aziza");
    // then
    assertThat(new String(sealed(id), StandardCharsets.ISO_8859_1)).doesNotContain("Karimova");
    assertThat(vault.read(List.of(id), ACCESS)).containsEntry(id, "Karimova Aziza");
    assertThat(PORTAL.bean(Journal.class).readsOf(subject, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("tester");
              assertThat(entry.detail())
                  .containsEntry("purpose", "REVIEW")
                  .containsEntry("kinds", "name");
            });
  }

  @Test
  void shouldFindEqualValuesByBlindIndexHoweverTheyAreWritten() {
    // given
    var id = vault.put(vault.newSubject(), "phone", "+998 90 111 22 33");
    // then
    assertThat(vault.find("phone", "998901112233", 10)).containsExactly(id);
    assertThat(vault.find("phone", "998901112234", 10)).isEmpty();
  }

  @Test
  void shouldRefuseAValueMovedToAnotherPerson() {
    // given
    var id = vault.put(vault.newSubject(), "name", "Karimova Aziza");
    var other = vault.newSubject();
    // when
    jdbc.sql("update portal.vault_value set subject_id = :other where value_id = :id")
        .param("other", other)
        .param("id", id)
        .update();
    // then
    assertThatThrownBy(() -> vault.read(List.of(id), ACCESS)).isInstanceOf(VaultException.class);
  }

  @Test
  void shouldLoseEverythingOfAnErasedPerson() {
    // given
    var subject = vault.newSubject();
    var id = vault.put(subject, "name", "Karimova Aziza");
    // when
    vault.destroy(subject);
    // then
    assertThatThrownBy(() -> vault.read(List.of(id), ACCESS))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("there is none or it was erased");
  }

  @Test
  void shouldRefuseToStartWithAMissingOrAnotherMasterKey(@TempDir Path directory) {
    // given
    var masters = PORTAL.bean(MasterRepository.class);
    // then
    assertThatThrownBy(() -> Keyring.open(directory, masters))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("but the file is missing or holds another key");
    assertThat(directory).isEmptyDirectory();
    MasterKey.create(directory.resolve("vault-master.key"));
    assertThatThrownBy(() -> Keyring.open(directory, masters))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("Expected the vault's master key");
  }

  private byte[] sealed(UUID id) {
    return jdbc.sql("select sealed from portal.vault_value where value_id = :id")
        .param("id", id)
        .query((row, index) -> row.getBytes(1))
        .single();
  }
}
