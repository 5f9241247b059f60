package uz.yagona.portal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.RunningPortal;

class MarkIT {
  private static final RunningPortal PORTAL = RunningPortal.get();

  private final Vault vault = PORTAL.bean(Vault.class);

  @Test
  void shouldBeEqualForEqualValuesOfOnePersonOnly() {
    var subject = vault.newSubject();
    var mark = vault.mark(subject, "name", "Karimova");
    assertThat(vault.mark(vault.put(subject, "name", "Karimova"))).isEqualTo(mark);
    assertThat(vault.mark(subject, "name", "Karimov")).isNotEqualTo(mark);
    assertThat(vault.mark(subject, "street", "Karimova")).isNotEqualTo(mark);
    assertThat(vault.mark(vault.newSubject(), "name", "Karimova")).isNotEqualTo(mark);
  }

  @Test
  void shouldEndWithTheKeyOfThePerson() {
    var subject = vault.newSubject();
    vault.destroy(subject);
    assertThatThrownBy(() -> vault.mark(subject, "name", "Karimova"))
        .isInstanceOf(VaultException.class);
  }

  @Test
  void shouldStandInTheJournalInsteadOfPersonalValues() {
    var filed = Filed.by("aziza");
    var entry =
        PORTAL
            .bean(Journal.class)
            .page(Long.MAX_VALUE, 10, "aziza", "request:" + filed.requestId())
            .stream()
            .filter(one -> one.action().equals("FILE"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.detail()).containsEntry("after.topic", "\"UTILITIES\"");
    assertThat(entry.detail().get("after.text")).startsWith("hmac:");
    assertThat(entry.detailJson()).doesNotContain("ichimlik");
  }
}
