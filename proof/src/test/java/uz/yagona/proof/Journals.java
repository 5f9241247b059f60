package uz.yagona.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Journals of tests. */
public final class Journals {
  public static final Instant NOON = Instant.parse("2026-11-25T12:00:00.123456Z");

  private Journals() {}

  static List<Entry> chain(int size) {
    var entries = new ArrayList<Entry>();
    var previous = Entry.genesis();
    for (var seq = 1; seq <= size; seq++) {
      var entry =
          Entry.chained(
              seq,
              NOON.plusSeconds(seq),
              "oʻqituvchi-" + seq % 3,
              "READ_PERSONAL",
              "request:" + seq,
              new Entry.Rest(
                  "{\"kinds\": \"pinfl\\n\", \"n\": \"%d\"}".formatted(seq),
                  seq % 2 == 0 ? null : new UUID(seq, seq).toString(),
                  previous));
      entries.add(entry);
      previous = entry.hash();
    }
    return entries;
  }

  static Checkpoint checkpoint(List<Entry> entries, int from, int to, byte[] previous) {
    var hashes = entries.subList(from - 1, to).stream().map(Entry::hash).toList();
    return new Checkpoint(
        from, to, hashes.get(hashes.size() - 1), HashTree.root(hashes), previous, null);
  }

  static Checkpoint stamped(Checkpoint open, TestAuthority authority) {
    return new Checkpoint(
        open.firstSeq(),
        open.seq(),
        open.headHash(),
        open.treeHash(),
        open.previous(),
        authority.token(open.digest(), NOON.plusSeconds(3600)));
  }

  /** Entries with their ways to one timestamped checkpoint. */
  public static String excerpt(int size, TestAuthority authority) {
    var entries = chain(size);
    var checkpoint = stamped(checkpoint(entries, 1, size, Entry.genesis()), authority);
    return String.join("\n", JournalExcerptTest.lines(entries, checkpoint)) + "\n";
  }

  /** Another content, with the hash that belonged to the old one. */
  static Entry changed(Entry entry, Random random) {
    var kind = random.nextInt(5);
    return new Entry(
        entry.seq(),
        kind == 0 ? entry.at().plusNanos(1000) : entry.at(),
        kind == 1 ? entry.actor() + "x" : entry.actor(),
        kind == 2 ? "SIGN" : entry.action(),
        kind == 3 ? "request:other" : entry.object(),
        kind == 4 ? "{}" : entry.detail(),
        entry.subject(),
        entry.prevHash(),
        entry.hash());
  }
}
