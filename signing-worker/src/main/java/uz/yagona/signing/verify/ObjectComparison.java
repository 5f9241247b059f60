package uz.yagona.signing.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether objects of two states of a file are the same, with all they refer to. Each pair is looked
 * at once, without recursion, so the work is bounded by the size of the file.
 */
final class ObjectComparison {
  /** What leads back to pages or to actions, neither of which this object draws. */
  private static final Set<COSName> ELSEWHERE =
      Set.of(COSName.PARENT, COSName.P, COSName.DEST, COSName.A, COSName.AA);

  private record Pair(@Nullable COSBase before, @Nullable COSBase after) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pair pair && pair.before == before && pair.after == after;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(before) + System.identityHashCode(after);
    }
  }

  private final Set<Pair> same = new HashSet<>();

  /**
   * Compares two dictionaries.
   *
   * @param ignored keys of these dictionaries alone, beside those that lead elsewhere
   */
  boolean isSame(COSDictionary before, COSDictionary after, Set<COSName> ignored) {
    Deque<Pair> open = new ArrayDeque<>();
    return addEntries(before, after, ignored, open) && isSame(open);
  }

  /** Compares two objects; {@code null} is the same as the object null. */
  boolean isSame(@Nullable COSBase before, @Nullable COSBase after) {
    Deque<Pair> open = new ArrayDeque<>();
    open.add(new Pair(before, after));
    return isSame(open);
  }

  private boolean isSame(Deque<Pair> open) {
    while (!open.isEmpty()) {
      var pair = open.pop();
      var before = direct(pair.before());
      var after = direct(pair.after());
      if (before == after || !same.add(new Pair(before, after))) {
        continue;
      }
      if (before == null || after == null || !addParts(before, after, open)) {
        return false;
      }
    }
    return true;
  }

  private static boolean addParts(COSBase before, COSBase after, Deque<Pair> open) {
    if (before instanceof COSDictionary first && after instanceof COSDictionary second) {
      return isSameContent(first, second) && addEntries(first, second, Set.of(), open);
    }
    if (before instanceof COSArray first && after instanceof COSArray second) {
      for (var i = 0; i < first.size() && first.size() == second.size(); i++) {
        open.push(new Pair(first.get(i), second.get(i)));
      }
      return first.size() == second.size();
    }
    return Objects.equals(before, after);
  }

  private static boolean addEntries(
      COSDictionary before, COSDictionary after, Set<COSName> ignored, Deque<Pair> open) {
    var keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeAll(ELSEWHERE);
    keys.removeAll(ignored);
    keys.forEach(key -> open.push(new Pair(before.getItem(key), after.getItem(key))));
    return true;
  }

  /** As stored, not unpacked. */
  private static boolean isSameContent(COSDictionary before, COSDictionary after) {
    if (!(before instanceof COSStream) && !(after instanceof COSStream)) {
      return true;
    }
    return before instanceof COSStream first
        && after instanceof COSStream second
        && isSameContent(first, second);
  }

  private static boolean isSameContent(COSStream before, COSStream after) {
    try (var first = stored(before);
        var second = stored(after)) {
      var mine = new byte[8192];
      var theirs = new byte[mine.length];
      int read;
      do {
        read = first.readNBytes(mine, 0, mine.length);
        var other = second.readNBytes(theirs, 0, theirs.length);
        if (!java.util.Arrays.equals(mine, 0, read, theirs, 0, other)) {
          return false;
        }
      } while (read == mine.length);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static InputStream stored(COSStream stream) throws IOException {
    return stream.hasData() ? stream.createRawInputStream() : InputStream.nullInputStream();
  }

  private static @Nullable COSBase direct(@Nullable COSBase object) {
    var direct = object instanceof COSObject reference ? reference.getObject() : object;
    return direct instanceof COSNull ? null : direct;
  }
}
