package uz.yagona.signing.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Keeps PDF bombs out: a reader unpacks whole streams into memory, so all of them are unpacked here
 * first, into nothing and within a budget. What is read counts too: packed data can be long and
 * yield nothing, and a file can let the same bytes be read many times. Packings that cannot be
 * measured this way are refused; our documents use none of them.
 *
 * <p>Unpacks as the PDF reader does, which skips two bytes of header whatever they say and keeps
 * what came before an error.
 */
final class UnpackedSize {
  private static final String STREAM = "stream";
  private static final int MOST_LAYERS = 4;
  private static final int BLOCK = 512;

  /** What the start of an unpacking costs, in bytes of the budget. */
  private static final int LAYER = 4096;

  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final int MOST_FILTERS = 8;
  private static final String FILTER = "[\\s\\x00]*+/[^/\\[\\]<>()%\\s\\x00]++";

  /** Only as filters: a few bytes of packed data may look like a name. */
  private static final Pattern OTHER_PACKINGS =
      Pattern.compile(
          "/Filter[\\s\\x00]*+\\[?(?:%s){0,%d}?[\\s\\x00]*+".formatted(FILTER, MOST_FILTERS)
              + "/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL"
              + "|CCITTFaxDecode|CCF|JBIG2Decode|JPXDecode|Crypt)(?![A-Za-z0-9])");

  /**
   * A reader makes room for a whole row before it reads the first byte of it. Objects may be packed
   * too, so this is looked for in what was unpacked as well.
   */
  private static final Pattern UNMEASURABLE =
      Pattern.compile(
          "/(Columns|Colors)[\\s\\x00]*+(%|\\+?\\d{6,})"
              + "|/BitsPerComponent[\\s\\x00]*+(%|\\+?\\d{3,})"
              + "|/Filter[\\s\\x00]*+\\[[^\\]R%]*+[R%]"
              + "|/Filter[\\s\\x00]*+\\[(?:"
              + FILTER
              + "){"
              + (MOST_FILTERS + 1)
              + "}"
              + "|/(Filter|Columns|Colors|BitsPerComponent)[\\s\\x00\\[]*+"
              + "(%|\\d++[\\s\\x00]++\\d++[\\s\\x00]++R)");

  /** Longest text that {@link #UNMEASURABLE} must see in one piece. */
  private static final int OVERLAP = 64;

  private long left;

  private UnpackedSize(long budget) {
    this.left = budget;
  }

  /**
   * Unpacks every stream of the file.
   *
   * @throws RefusedFileException when reading and unpacking take more than {@code budget} bytes
   *     together
   */
  static void require(byte[] file, long budget) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var names = ESCAPED.matcher(text).replaceAll(UnpackedSize::unescaped);
    if (OTHER_PACKINGS.matcher(names).find()) {
      throw RefusedFileException.beyondLimits(
          "Expected streams packed with FlateDecode, but found another packing");
    }
    requireMeasurable(names);
    var size = new UnpackedSize(budget);
    for (var at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + 1)) {
      size.count(file, start(file, at + STREAM.length()));
    }
  }

  private static void requireMeasurable(String names) {
    if (UNMEASURABLE.matcher(names).find()) {
      throw RefusedFileException.beyondLimits(
          "Expected filters and rows of less than 100,000 columns told in place, but found others");
    }
  }

  private static String unescaped(java.util.regex.MatchResult escape) {
    var character = (char) Integer.parseInt(escape.group(1), 16);
    return Character.isLetterOrDigit(character) ? String.valueOf(character) : "_";
  }

  /** Spaces and one line end stand between the keyword and the data. */
  private static int start(byte[] file, int afterKeyword) {
    var start = afterKeyword;
    while (start < file.length && file[start] == ' ') {
      start++;
    }
    if (start < file.length && file[start] == '\r') {
      start++;
    }
    return start < file.length && file[start] == '\n' ? start + 1 : start;
  }

  private void count(byte[] file, int start) {
    var layer = new Layer(1);
    try {
      for (var at = start; at < file.length && layer.isOpen(); at += BLOCK) {
        var length = Math.min(BLOCK, file.length - at);
        spend(length);
        layer.take(file, at, length);
      }
    } finally {
      layer.end();
    }
  }

  private void spend(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw RefusedFileException.beyondLimits(
          "Expected streams that unpack within the limit, but they go beyond it");
    }
  }

  /** One unpacking; what comes out is tried once more, as the filter may be named twice. */
  private final class Layer {
    private static final int HEADER = 2;

    private final int depth;
    private final Inflater inflater = new Inflater(true);
    private final byte[] unpacked = new byte[BLOCK * 16];
    private int skipped;
    private boolean broken;
    private String before = "";
    private @Nullable Layer next;

    Layer(int depth) {
      spend(LAYER);
      this.depth = depth;
    }

    boolean isOpen() {
      return !broken && !inflater.finished();
    }

    void take(byte[] bytes, int offset, int length) {
      var header = Math.min(HEADER - skipped, length);
      skipped += header;
      if (!isOpen() || length == header) {
        return;
      }
      inflater.setInput(bytes, offset + header, length - header);
      try {
        for (var count = unpack(); count > 0; count = unpack()) {
          pass(count);
        }
      } catch (DataFormatException e) {
        broken = true;
      }
    }

    private int unpack() throws DataFormatException {
      var count = inflater.inflate(unpacked);
      spend(count);
      return count;
    }

    private void pass(int count) {
      var text = before + new String(unpacked, 0, count, StandardCharsets.ISO_8859_1);
      requireMeasurable(
          text.indexOf('#') < 0 ? text : ESCAPED.matcher(text).replaceAll(UnpackedSize::unescaped));
      before = text.substring(Math.max(0, text.length() - OVERLAP));
      if (depth == MOST_LAYERS) {
        if (inflater.getBytesWritten() > BLOCK * 16) {
          throw RefusedFileException.beyondLimits(
              "Expected streams packed once, but found more layers");
        }
        return;
      }
      if (next == null) {
        next = new Layer(depth + 1);
      }
      if (next.isOpen()) {
        next.take(Arrays.copyOf(unpacked, count), 0, count);
      }
    }

    void end() {
      inflater.end();
      if (next != null) {
        next.end();
      }
    }
  }
}
