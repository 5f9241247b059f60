package uz.yagona.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import uz.yagona.proof.Finding.Kind;

/** Properties hold for every journal and place that 100 seeds choose. */
class JournalCheckTest {
  private static final TestAuthority AUTHORITY = new TestAuthority();

  @Test
  void shouldFindNothingInAnUntouchedJournal() {
    forSeeds((random, entries) -> assertThat(findings(entries, List.of())).isEmpty());
  }

  @Test
  void shouldNameAChangedEntry() {
    forSeeds(
        (random, entries) -> {
          var place = random.nextInt(entries.size());
          entries.set(place, Journals.changed(entries.get(place), random));
          assertOnly(entries, Kind.CHANGED, place + 1L);
        });
  }

  @Test
  void shouldNameAChangedEntryWhoseHashWasMadeAnew() {
    forSeeds(
        (random, entries) -> {
          var place = random.nextInt(entries.size() - 1);
          entries.set(place, Journals.changed(entries.get(place), random).rehashed());
          assertOnly(entries, Kind.CHANGED, place + 1L);
        });
  }

  @Test
  void shouldNameRemovedEntries() {
    forSeeds(
        (random, entries) -> {
          var from = random.nextInt(entries.size() - 1);
          var to = from + random.nextInt(entries.size() - 1 - from);
          entries.subList(from, to + 1).clear();
          assertThat(findings(entries, List.of()))
              .extracting(Finding::kind, Finding::fromSeq, Finding::toSeq)
              .containsExactly(tuple(Kind.REMOVED, from + 1L, to + 1L));
        });
  }

  @Test
  void shouldNameAnInsertedEntry() {
    forSeeds(
        (random, entries) -> {
          var place = random.nextInt(entries.size());
          var original = entries.get(place);
          var forged = Journals.changed(original, random);
          entries.add(place + random.nextInt(2), random.nextBoolean() ? forged.rehashed() : forged);
          if (place + 1 < entries.size() - 1) {
            assertOnly(entries, Kind.INSERTED, original.seq());
          } else {
            assertThat(findings(entries, List.of())).isNotEmpty();
          }
        });
  }

  @Test
  void shouldNameAReorderedEntry() {
    forSeeds(
        (random, entries) -> {
          var from = random.nextInt(entries.size());
          var to = (from + 2 + random.nextInt(entries.size() - 3)) % entries.size();
          var moved = entries.remove(from);
          entries.add(to, moved);
          assertOnly(entries, Kind.REORDERED, moved.seq());
        });
  }

  @Test
  void shouldNameOneOfTwoSwappedNeighbours() {
    forSeeds(
        (random, entries) -> {
          var place = random.nextInt(entries.size() - 1);
          Collections.swap(entries, place, place + 1);
          assertThat(findings(entries, List.of()))
              .singleElement()
              .satisfies(
                  one -> {
                    assertThat(one.kind()).isEqualTo(Kind.REORDERED);
                    assertThat(one.fromSeq()).isBetween(place + 1L, place + 2L);
                  });
        });
  }

  @Test
  void shouldSeeByTheCheckpointThatAllWasWrittenAnew() {
    // given
    var entries = Journals.chain(20);
    var first = Journals.stamped(Journals.checkpoint(entries, 1, 8, Entry.genesis()), AUTHORITY);
    var second = Journals.stamped(Journals.checkpoint(entries, 9, 16, first.digest()), AUTHORITY);
    var forged = new ArrayList<>(entries.subList(0, 11));
    var previous = forged.get(10).hash();
    for (var entry : entries.subList(11, 20)) {
      var renewed =
          Entry.chained(
              entry.seq(),
              entry.at(),
              entry.actor() + "x",
              entry.action(),
              entry.object(),
              new Entry.Rest(entry.detail(), entry.subject(), previous));
      forged.add(renewed);
      previous = renewed.hash();
    }
    // then
    assertThat(findings(forged, List.of())).isEmpty();
    assertThat(findings(forged, List.of(first, second)))
        .extracting(Finding::kind, Finding::fromSeq, Finding::toSeq)
        .containsExactly(tuple(Kind.CHANGED, 9L, 16L));
  }

  @Test
  void shouldNameEntriesThatWereCutOffBeforeACheckpoint() {
    var entries = Journals.chain(10);
    var checkpoint =
        Journals.stamped(Journals.checkpoint(entries, 1, 9, Entry.genesis()), AUTHORITY);
    assertThat(findings(entries.subList(0, 7), List.of(checkpoint)))
        .extracting(Finding::kind, Finding::fromSeq)
        .containsExactly(tuple(Kind.REMOVED, 8L), tuple(Kind.REMOVED, 9L));
  }

  @Test
  void shouldNameTheLastEntryOfACheckpointWhenItWasWrittenAnew() {
    var entries = Journals.chain(10);
    var checkpoint =
        Journals.stamped(Journals.checkpoint(entries, 1, 10, Entry.genesis()), AUTHORITY);
    entries.set(9, Journals.changed(entries.get(9), new Random(1)).rehashed());
    assertThat(findings(entries, List.of(checkpoint)))
        .singleElement()
        .satisfies(one -> assertThat(one.toSeq()).isEqualTo(10));
  }

  @Test
  void shouldSayUpToWhereTheJournalIsTimestamped() {
    var entries = Journals.chain(10);
    var checkpoint =
        Journals.stamped(Journals.checkpoint(entries, 1, 8, Entry.genesis()), AUTHORITY);
    var check = check(entries, List.of(checkpoint));
    assertThat(check.isIntact()).isTrue();
    assertThat(check.stampedSeq()).isEqualTo(8);
    assertThat(check.stampedAt()).isEqualTo("2026-11-25T13:00:00Z");
    assertThat(check.authorities()).singleElement().asString().contains("CN=Test TSA");
  }

  @Test
  void shouldRefuseACheckpointThatWasTakenOut() {
    var entries = Journals.chain(10);
    var first = Journals.stamped(Journals.checkpoint(entries, 1, 4, Entry.genesis()), AUTHORITY);
    var second = Journals.stamped(Journals.checkpoint(entries, 5, 8, first.digest()), AUTHORITY);
    assertThat(findings(entries, List.of(second)))
        .extracting(Finding::kind)
        .containsExactly(Kind.CHECKPOINT);
  }

  @Test
  void shouldNameTheLineThatCannotBeRead() {
    var lines = new ArrayList<>(Journals.chain(3).stream().map(JournalLines::entry).toList());
    lines.set(1, lines.get(1).replace("\"actor\"", "actor"));
    assertThat(JournalCheck.of(JournalLines.read(lines.stream()), List.of()).findings())
        .extracting(Finding::kind, Finding::fromSeq)
        .contains(tuple(Kind.UNREADABLE, 2L));
  }

  private interface Property {
    void check(Random random, List<Entry> entries);
  }

  private static void forSeeds(Property property) {
    LongStream.range(0, 100)
        .forEach(
            seed -> {
              var random = new Random(seed);
              property.check(random, Journals.chain(5 + random.nextInt(25)));
            });
  }

  private static void assertOnly(List<Entry> entries, Kind kind, long seq) {
    assertThat(findings(entries, List.of()))
        .extracting(Finding::kind, Finding::fromSeq, Finding::toSeq)
        .containsExactly(tuple(kind, seq, seq));
  }

  private static List<Finding> findings(List<Entry> entries, List<Checkpoint> checkpoints) {
    return check(entries, checkpoints).findings();
  }

  /** By way of the file, so that it is proven too. */
  private static JournalCheck check(List<Entry> entries, List<Checkpoint> checkpoints) {
    var lines = new ArrayList<>(entries.stream().map(JournalLines::entry).toList());
    checkpoints.stream().map(JournalLines::checkpoint).forEach(lines::add);
    return JournalCheck.of(JournalLines.read(lines.stream()), List.of(AUTHORITY.root()));
  }
}
