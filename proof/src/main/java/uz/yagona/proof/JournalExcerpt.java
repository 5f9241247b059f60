package uz.yagona.proof;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a journal, each with its way to a timestamped checkpoint: they can be proven
 * without showing their neighbours. That no other entry belongs to the same object is not proven;
 * only the whole journal shows that.
 *
 * @param entries how many there are
 * @param findings what does not fit, by number
 * @param stampedAt when the last checkpoint used was timestamped; {@code null} when none was
 */
public record JournalExcerpt(
    long entries, List<Finding> findings, @Nullable Instant stampedAt, List<String> authorities) {

  /**
   * The line that leads from an entry to its checkpoint.
   *
   * @param leaves hashes of all entries of the checkpoint, in order
   */
  public static String inclusion(Entry entry, Checkpoint checkpoint, List<byte[]> leaves) {
    var path =
        HashTree.path(leaves, Math.toIntExact(entry.seq() - checkpoint.firstSeq())).stream()
            .map(Digests::hex)
            .toList();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("line", "inclusion");
    fields.put("seq", entry.seq());
    fields.put("checkpoint", checkpoint.seq());
    fields.put("path", String.join(" ", path));
    return JsonLine.write(fields);
  }

  /** Checks entries, ways and timestamps; {@code anchors} as for {@link JournalCheck#of}. */
  public static JournalExcerpt check(Stream<String> lines, Collection<X509Certificate> anchors) {
    var work = new Work(anchors);
    var number = new long[1];
    lines.forEach(line -> work.read(line, ++number[0]));
    work.entries.values().forEach(work::prove);
    return new JournalExcerpt(
        work.entries.size(),
        List.copyOf(work.findings),
        work.stampedAt,
        work.authorities.stream().distinct().toList());
  }

  private record Inclusion(long checkpoint, List<byte[]> path) {}

  private static final class Work {
    private final Collection<X509Certificate> anchors;
    private final Map<Long, Entry> entries = new TreeMap<>();
    private final Map<Long, Inclusion> inclusions = new TreeMap<>();
    private final Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> authorities = new ArrayList<>();
    private final Map<Long, Boolean> stamped = new TreeMap<>();
    private @Nullable Instant stampedAt;

    Work(Collection<X509Certificate> anchors) {
      this.anchors = anchors;
    }

    void read(String line, long number) {
      try {
        var fields = JsonLine.read(line);
        var seq = Long.parseLong(JournalLines.must(fields, "seq"));
        var isSecond =
            switch (JournalLines.must(fields, "line")) {
              case "entry" -> entries.put(seq, JournalLines.entry(fields)) != null;
              case "inclusion" -> inclusions.put(seq, inclusion(fields)) != null;
              case "checkpoint" -> checkpoints.put(seq, JournalLines.checkpoint(fields)) != null;
              default -> throw new IllegalArgumentException("Expected a line of a known kind");
            };
        if (isSecond) {
          findings.add(Finding.at(Finding.Kind.INSERTED, seq, "a second line has this number"));
        }
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
        findings.add(
            Finding.at(
                Finding.Kind.UNREADABLE, number, "this line cannot be read: " + e.getMessage()));
      }
    }

    private static Inclusion inclusion(Map<String, String> fields) {
      var path = JournalLines.must(fields, "path");
      return new Inclusion(
          Long.parseLong(JournalLines.must(fields, "checkpoint")),
          path.isEmpty() ? List.of() : Arrays.stream(path.split(" ")).map(Digests::ofHex).toList());
    }

    void prove(Entry entry) {
      var inclusion = inclusions.get(entry.seq());
      var checkpoint = inclusion == null ? null : checkpoints.get(inclusion.checkpoint());
      if (!entry.isWhole()) {
        add(Finding.Kind.CHANGED, entry, "its hash is not that of its content");
      } else if (inclusion == null || checkpoint == null) {
        add(Finding.Kind.REMOVED, entry, "its way to a checkpoint is missing");
      } else if (!leads(entry, inclusion, checkpoint)) {
        add(Finding.Kind.CHANGED, entry, "it is not among the entries of its checkpoint");
      } else if (!stamped.computeIfAbsent(checkpoint.seq(), seq -> isStamped(checkpoint))) {
        add(Finding.Kind.TIMESTAMP, entry, "its checkpoint has no good timestamp");
      }
    }

    private void add(Finding.Kind kind, Entry entry, String what) {
      findings.add(Finding.at(kind, entry.seq(), what));
    }

    private static boolean leads(Entry entry, Inclusion inclusion, Checkpoint checkpoint) {
      try {
        var root =
            HashTree.rootFrom(
                entry.hash(),
                entry.seq() - checkpoint.firstSeq(),
                checkpoint.size(),
                inclusion.path());
        return Arrays.equals(root, checkpoint.treeHash());
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    private boolean isStamped(Checkpoint checkpoint) {
      var token = checkpoint.token();
      if (token == null) {
        return false;
      }
      try {
        var stamp = Timestamp.check(token, checkpoint.digest(), anchors);
        authorities.add(stamp.authority());
        stampedAt = stampedAt == null || stamp.time().isAfter(stampedAt) ? stamp.time() : stampedAt;
        return true;
      } catch (ProofException e) {
        findings.add(
            Finding.at(Finding.Kind.TIMESTAMP, checkpoint.seq(), String.valueOf(e.getMessage())));
        return false;
      }
    }
  }
}
