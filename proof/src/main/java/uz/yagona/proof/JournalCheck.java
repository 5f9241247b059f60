package uz.yagona.proof;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.proof.Finding.Kind;

/**
 * Result of checking a whole journal.
 *
 * @param entries how many there are
 * @param findings what does not fit, by number
 * @param stampedSeq last entry under a good timestamp, 0 when there is none
 * @param stampedAt when that timestamp was made
 * @param authorities who made the timestamps, and under which root
 */
public record JournalCheck(
    long entries,
    List<Finding> findings,
    long stampedSeq,
    @Nullable Instant stampedAt,
    List<String> authorities) {

  public boolean isIntact() {
    return findings.isEmpty();
  }

  /**
   * @param anchors roots that timestamps must lead to; empty takes the root that comes with them
   */
  public static JournalCheck of(JournalLines.Content content, Collection<X509Certificate> anchors) {
    var check = new Work(content, anchors);
    var all = new ArrayList<>(content.unreadable());
    all.addAll(ChainCheck.of(content.links(), content.checkpoints()));
    check.checkpoints(all);
    all.sort((a, b) -> Long.compare(a.fromSeq(), b.fromSeq()));
    return new JournalCheck(
        content.links().size(),
        List.copyOf(all),
        check.stampedSeq,
        check.stampedAt,
        check.authorities.stream().distinct().toList());
  }

  private static final class Work {
    private static final long MOST_MISSING = 1_000_000;

    private final JournalLines.Content content;
    private final Collection<X509Certificate> anchors;
    private final Map<Long, byte[]> hashes = new HashMap<>();
    private final List<String> authorities = new ArrayList<>();
    private long stampedSeq;
    private @Nullable Instant stampedAt;

    Work(JournalLines.Content content, Collection<X509Certificate> anchors) {
      this.content = content;
      this.anchors = anchors;
      content.links().forEach(link -> hashes.putIfAbsent(link.seq(), link.hash()));
    }

    void checkpoints(List<Finding> findings) {
      var first = 1L;
      var previous = Entry.genesis();
      for (var checkpoint : content.checkpoints()) {
        if (checkpoint.firstSeq() != first || !Arrays.equals(checkpoint.previous(), previous)) {
          findings.add(
              Finding.at(
                  Kind.CHECKPOINT,
                  checkpoint.seq(),
                  "the checkpoint before it is not the one it names"));
        }
        entries(checkpoint, findings);
        stamp(checkpoint, findings);
        first = checkpoint.seq() + 1;
        previous = checkpoint.digest();
      }
    }

    private void entries(Checkpoint checkpoint, List<Finding> findings) {
      if (isFarOff(checkpoint)) {
        findings.add(Finding.at(Kind.CHECKPOINT, checkpoint.seq(), "it counts other entries"));
        return;
      }
      var leaves = new ArrayList<byte[]>();
      var missing = new ArrayList<Long>();
      for (var seq = checkpoint.firstSeq(); seq <= checkpoint.seq(); seq++) {
        var hash = hashes.get(seq);
        if (hash == null) {
          missing.add(seq);
        } else {
          leaves.add(hash);
        }
      }
      missing.stream()
          .filter(seq -> findings.stream().noneMatch(one -> concerns(one, seq)))
          .forEach(
              seq -> findings.add(Finding.at(Kind.REMOVED, seq, "a checkpoint counts this entry")));
      var isSame =
          missing.isEmpty()
              && !leaves.isEmpty()
              && Arrays.equals(leaves.get(leaves.size() - 1), checkpoint.headHash())
              && Arrays.equals(HashTree.root(leaves), checkpoint.treeHash());
      var isExplained =
          findings.stream()
              .anyMatch(
                  one -> one.toSeq() >= checkpoint.firstSeq() && one.fromSeq() <= checkpoint.seq());
      if (!isSame && !isExplained) {
        findings.add(
            new Finding(
                Kind.CHANGED,
                checkpoint.firstSeq(),
                checkpoint.seq(),
                "these entries are not those of the checkpoint"));
      }
    }

    /** Keeps a forged checkpoint from exhausting the memory. */
    private boolean isFarOff(Checkpoint checkpoint) {
      return checkpoint.firstSeq() < 1
          || checkpoint.size() < 1
          || checkpoint.seq() - content.links().size() > MOST_MISSING;
    }

    private static boolean concerns(Finding finding, long seq) {
      return finding.kind() == Kind.REMOVED && finding.fromSeq() <= seq && seq <= finding.toSeq();
    }

    private void stamp(Checkpoint checkpoint, List<Finding> findings) {
      var token = checkpoint.token();
      if (token == null) {
        return;
      }
      try {
        var stamp = Timestamp.check(token, checkpoint.digest(), anchors);
        authorities.add(stamp.authority());
        stampedSeq = checkpoint.seq();
        stampedAt = stamp.time();
      } catch (ProofException e) {
        findings.add(Finding.at(Kind.TIMESTAMP, checkpoint.seq(), String.valueOf(e.getMessage())));
      }
    }
  }
}
