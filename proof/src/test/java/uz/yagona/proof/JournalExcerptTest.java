package uz.yagona.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalExcerptTest {
  private static final TestAuthority AUTHORITY = new TestAuthority();

  @Test
  void shouldProveSomeEntriesWithoutTheirNeighbours() {
    for (var size = 1; size <= 20; size++) {
      var check =
          JournalExcerpt.check(lines(Journals.chain(size)).stream(), List.of(AUTHORITY.root()));
      assertThat(check.findings()).isEmpty();
      assertThat(check.stampedAt()).isEqualTo("2026-11-25T13:00:00Z");
    }
  }

  @Test
  void shouldNameAChangedEntryEvenWithItsHashMadeAnew() {
    for (var seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      var entries = Journals.chain(9);
      var place = random.nextInt(9);
      var lines = lines(entries);
      var changed = Journals.changed(entries.get(place), random);
      lines.set(place, JournalLines.entry(random.nextBoolean() ? changed : changed.rehashed()));
      assertThat(JournalExcerpt.check(lines.stream(), List.of()).findings())
          .extracting(Finding::fromSeq)
          .containsExactly(place + 1L);
    }
  }

  @Test
  void shouldNameAnEntryWithoutAWay() {
    var lines = lines(Journals.chain(5));
    lines.removeIf(line -> line.contains("\"inclusion\",\"seq\":3,"));
    assertThat(JournalExcerpt.check(lines.stream(), List.of()).findings())
        .extracting(Finding::kind, Finding::fromSeq)
        .containsExactly(tuple(Finding.Kind.REMOVED, 3L));
  }

  @Test
  void shouldNameEveryEntryOfACheckpointWithoutATimestamp() {
    var entries = Journals.chain(2);
    var checkpoint = Journals.checkpoint(entries, 1, 2, Entry.genesis());
    var lines = lines(entries, checkpoint);
    assertThat(JournalExcerpt.check(lines.stream(), List.of()).findings())
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.TIMESTAMP);
  }

  @Test
  void shouldNameALineThatIsNone() {
    assertThat(JournalExcerpt.check(Stream.of("{}"), List.of()).findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.UNREADABLE);
  }

  private static List<String> lines(List<Entry> entries) {
    var open = Journals.checkpoint(entries, 1, entries.size(), Entry.genesis());
    return lines(entries, Journals.stamped(open, AUTHORITY));
  }

  static List<String> lines(List<Entry> entries, Checkpoint checkpoint) {
    var leaves = entries.stream().map(Entry::hash).toList();
    var lines = new ArrayList<String>();
    entries.forEach(entry -> lines.add(JournalLines.entry(entry)));
    entries.forEach(entry -> lines.add(JournalExcerpt.inclusion(entry, checkpoint, leaves)));
    lines.add(JournalLines.checkpoint(checkpoint));
    return lines;
  }
}
