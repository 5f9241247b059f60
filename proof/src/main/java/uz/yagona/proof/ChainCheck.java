package uz.yagona.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uz.yagona.proof.Finding.Kind;

/** Names links of a chain that were changed, removed, inserted or put elsewhere. */
final class ChainCheck {
  private final List<Link> entries;
  private final Map<Long, byte[]> confirmed;
  private final TreeMap<Long, Link> bySeq = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private ChainCheck(List<Link> entries, List<Checkpoint> checkpoints) {
    this.entries = entries;
    this.confirmed = new TreeMap<>();
    checkpoints.forEach(checkpoint -> confirmed.put(checkpoint.seq(), checkpoint.headHash()));
  }

  /** Entries of a whole journal, in the order of the file. */
  static List<Finding> of(List<Link> entries, List<Checkpoint> checkpoints) {
    var check = new ChainCheck(entries, checkpoints);
    check.pickOnePerNumber();
    check.order();
    check.walk();
    return check.findings;
  }

  /** Of entries with one number, the one that fits its neighbours is kept. */
  private void pickOnePerNumber() {
    var candidates = new TreeMap<Long, List<Link>>();
    entries.forEach(
        entry -> candidates.computeIfAbsent(entry.seq(), seq -> new ArrayList<>()).add(entry));
    candidates.forEach(
        (seq, same) -> {
          var kept = same.get(0);
          for (var entry : same) {
            kept = fits(entry, candidates) > fits(kept, candidates) ? entry : kept;
          }
          bySeq.put(seq, kept);
          for (var i = 1; i < same.size(); i++) {
            findings.add(Finding.at(Kind.INSERTED, seq, "a second entry has this number"));
          }
        });
  }

  private static int fits(Link entry, Map<Long, List<Link>> candidates) {
    var before = candidates.getOrDefault(entry.seq() - 1, List.of());
    var after = candidates.getOrDefault(entry.seq() + 1, List.of());
    var linked = before.stream().anyMatch(other -> Arrays.equals(other.hash(), entry.prevHash()));
    var leads = after.stream().anyMatch(other -> Arrays.equals(other.prevHash(), entry.hash()));
    return (entry.isWhole() ? 4 : 0) + (leads ? 2 : 0) + (linked ? 1 : 0);
  }

  /** The entries outside the longest rising row stand in a wrong place. */
  private void order() {
    var seen = new HashSet<Long>();
    var kept = entries.stream().filter(entry -> isKept(entry) && seen.add(entry.seq())).toList();
    var tails = new ArrayList<Integer>();
    var before = new int[kept.size()];
    for (var i = 0; i < kept.size(); i++) {
      var place = place(kept, tails, kept.get(i).seq());
      before[i] = place == 0 ? -1 : tails.get(place - 1);
      if (place == tails.size()) {
        tails.add(i);
      } else {
        tails.set(place, i);
      }
    }
    var isInPlace = new boolean[kept.size()];
    for (int i = tails.isEmpty() ? -1 : tails.get(tails.size() - 1); i >= 0; i = before[i]) {
      isInPlace[i] = true;
    }
    for (var i = 0; i < kept.size(); i++) {
      if (!isInPlace[i]) {
        findings.add(
            Finding.at(
                Kind.REORDERED, kept.get(i).seq(), "it stands in another place of the file"));
      }
    }
  }

  private boolean isKept(Link entry) {
    return entry.equals(bySeq.get(entry.seq()));
  }

  private static int place(List<Link> kept, List<Integer> tails, long seq) {
    var low = 0;
    var high = tails.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (kept.get(tails.get(middle)).seq() < seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void walk() {
    var expected = 1L;
    for (var entry : bySeq.values()) {
      if (entry.seq() < 1) {
        findings.add(Finding.at(Kind.INSERTED, entry.seq(), "numbers begin at 1"));
        continue;
      }
      if (entry.seq() > expected) {
        findings.add(
            new Finding(Kind.REMOVED, expected, entry.seq() - 1, "the numbers have a gap"));
      }
      if (!entry.isWhole()) {
        findings.add(Finding.at(Kind.CHANGED, entry.seq(), "its hash is not that of its content"));
      }
      link(entry);
      expected = entry.seq() + 1;
    }
  }

  private void link(Link entry) {
    var before = bySeq.get(entry.seq() - 1);
    if (entry.seq() == 1 && !Arrays.equals(entry.prevHash(), Entry.genesis())) {
      findings.add(Finding.at(Kind.CHANGED, 1, "something stood before it"));
    }
    if (before == null || Arrays.equals(before.hash(), entry.prevHash())) {
      return;
    }
    var culprit = isConfirmed(entry) || bySeq.get(entry.seq() + 1) == null ? before : entry;
    if (culprit.isWhole()) {
      findings.add(
          Finding.at(
              Kind.CHANGED,
              culprit.seq(),
              "its neighbour was chained to an entry with another hash"));
    }
  }

  private boolean isConfirmed(Link entry) {
    var after = bySeq.get(entry.seq() + 1);
    return (after != null && Arrays.equals(after.prevHash(), entry.hash()))
        || Arrays.equals(confirmed.get(entry.seq()), entry.hash());
  }
}
