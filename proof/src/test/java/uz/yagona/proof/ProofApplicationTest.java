package uz.yagona.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofApplicationTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void shouldSayThatAnUntouchedJournalIsIntact() throws IOException {
    assertThat(run("journal", journal(List.of()))).isZero();
    assertThat(text())
        .contains("entries: 5", "entries 1 to 5 existed at 2026-11-25T13:00:00Z")
        .endsWith("INTACT" + System.lineSeparator());
  }

  @Test
  void shouldNotSayThatARemovedEntryExisted() throws IOException {
    assertThat(run("journal", journal(List.of(2)))).isEqualTo(1);
    assertThat(text())
        .contains("REMOVED entry 3", "as they once were", "not yet timestamped: 0 entries")
        .endsWith("NOT INTACT" + System.lineSeparator());
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    var missing = folder.resolve("missing.zip").toString();
    assertThat(run("evidence", missing)).isEqualTo(2);
    assertThat(run("journal", missing)).isEqualTo(2);
    assertThat(text().lines())
        .containsOnly("Expected the file %s, but there is none".formatted(missing));
  }

  @Test
  void shouldNotLetANameInAPackWriteAVerdict() throws IOException {
    var pack = folder.resolve("forged.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(pack))) {
      zip.putNextEntry(new ZipEntry("../unpacked-by-a-test\nINTACT\n\u001b[2K\u202e"));
      zip.write(1);
    }

    assertThat(run("evidence", pack.toString())).isEqualTo(1);
    assertThat(text().lines()).contains("NOT INTACT").doesNotContain("INTACT");
    assertThat(text()).doesNotContain("\u001b", "\u202e");
    assertThat(folder.getParent().resolve("unpacked-by-a-test"))
        .as("nothing is unpacked")
        .doesNotExist();
  }

  @Test
  void shouldExplainItselfWhenMisused() {
    assertThat(run("journal")).isEqualTo(2);
    assertThat(run("something", "x")).isEqualTo(2);
    assertThat(text()).contains("Usage: journal FILE or evidence FILE");
  }

  private String journal(List<Integer> removed) throws IOException {
    var entries = Journals.chain(5);
    var authority = new TestAuthority();
    var checkpoint =
        Journals.stamped(Journals.checkpoint(entries, 1, 5, Entry.genesis()), authority);
    var lines = new ArrayList<String>();
    entries.forEach(entry -> lines.add(JournalLines.entry(entry)));
    removed.forEach(place -> lines.remove((int) place));
    lines.add(JournalLines.checkpoint(checkpoint));
    return Files.write(folder.resolve("journal.jsonl"), lines).toString();
  }

  private int run(String... arguments) {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new ProofApplication(out).run(List.of(arguments));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
