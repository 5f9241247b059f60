package uz.yagona.signing.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The states in which a PDF was saved one after another, told by its end marks. The signature
 * library looks at none of the bytes behind the last one, nor can it see that a later state was cut
 * off.
 */
final class Revisions {
  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 64;
  private static final int LONGEST_END = 64;
  private static final Pattern END_OF_STATE =
      Pattern.compile("startxref\\s{1,4}(\\d{1,9})\\s{1,4}%%EOF\\z");
  private static final Pattern TABLE = Pattern.compile("\\s{0,2}(xref\\s|\\d{1,9} \\d{1,5} obj)");

  private final byte[] file;
  private final List<Integer> ends;

  private Revisions(byte[] file, List<Integer> ends) {
    this.file = file;
    this.ends = ends;
  }

  static Revisions of(byte[] file) {
    List<Integer> ends = new ArrayList<>();
    for (var i = 0; i <= file.length - END.length && ends.size() < MOST; i++) {
      if (isEndMark(file, i)) {
        ends.add(i + END.length);
      }
    }
    return new Revisions(file, ends);
  }

  private static boolean isEndMark(byte[] file, int start) {
    for (var i = 0; i < END.length; i++) {
      if (file[start + i] != END[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether anything but one line end follows the last end mark. */
  boolean hasBytesAfterEnd() {
    return ends.isEmpty() || afterLineEnd(ends.get(ends.size() - 1)) < file.length;
  }

  /**
   * Whether the last end mark ends no state at all: its offset leads to no cross-reference table.
   * Whoever put it there wanted other bytes to pass for a state.
   */
  boolean hasEndOfNothing() {
    if (ends.isEmpty()) {
      return true;
    }
    var end = ends.get(ends.size() - 1);
    var start = Math.max(0, end - LONGEST_END);
    var last = END_OF_STATE.matcher(text(start, end));
    if (!last.find()) {
      return true;
    }
    var table = Long.parseLong(last.group(1));
    return table >= start + last.start()
        || !TABLE.matcher(text((int) table, (int) table + LONGEST_END)).lookingAt();
  }

  private String text(int from, int to) {
    var end = Math.min(to, file.length);
    return new String(file, from, Math.max(0, end - from), StandardCharsets.ISO_8859_1);
  }

  private int afterLineEnd(int end) {
    var next = end;
    if (next < file.length && file[next] == '\r') {
      next++;
    }
    if (next < file.length && file[next] == '\n') {
      next++;
    }
    return next;
  }

  /**
   * Digests of the file cut after each end mark, with and without its line end; the longest first.
   */
  List<String> digestsOfStarts() {
    Set<Integer> cuts = new LinkedHashSet<>();
    for (var end : ends) {
      cuts.add(end);
      cuts.add(Math.min(end + 1, file.length));
      cuts.add(afterLineEnd(end));
    }
    cuts.removeIf(cut -> cut == file.length);
    var ordered = cuts.stream().sorted().toList();
    List<String> digests = new ArrayList<>();
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var done = 0;
      for (int cut : ordered) {
        digest.update(file, done, cut - done);
        done = cut;
        digests.add(0, HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
      }
    } catch (NoSuchAlgorithmException | CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
    return digests;
  }
}
