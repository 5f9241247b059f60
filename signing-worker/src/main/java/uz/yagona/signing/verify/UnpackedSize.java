package uz.yagona.signing.verify;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Keeps PDF bombs out: a reader unpacks whole streams into memory, so all of them are unpacked here
 * first, into nothing and within a budget. Packings that cannot be measured this way are refused;
 * our documents use none of them.
 */
final class UnpackedSize {
  private static final String STREAM = "stream";
  private static final int MOST_LAYERS = 4;
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final Pattern OTHER_PACKINGS =
      Pattern.compile(
          "/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|CCITTFaxDecode"
              + "|CCF|JBIG2Decode|JPXDecode|Crypt)(?![A-Za-z0-9])");

  private long left;

  private UnpackedSize(long budget) {
    this.left = budget;
  }

  /**
   * Unpacks every stream of the file.
   *
   * @throws RefusedFileException when they take more than {@code budget} bytes together
   */
  static void require(byte[] file, long budget) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var names = ESCAPED.matcher(text).replaceAll(UnpackedSize::unescaped);
    if (OTHER_PACKINGS.matcher(names).find()) {
      throw RefusedFileException.beyondLimits(
          "Expected streams packed with FlateDecode, but found another packing");
    }
    var size = new UnpackedSize(budget);
    for (var at = text.indexOf(STREAM); at >= 0; at = text.indexOf(STREAM, at + 1)) {
      size.count(file, at + STREAM.length());
    }
  }

  private static String unescaped(java.util.regex.MatchResult escape) {
    var character = (char) Integer.parseInt(escape.group(1), 16);
    return Character.isLetterOrDigit(character) ? String.valueOf(character) : "_";
  }

  private void count(byte[] file, int afterKeyword) {
    var start = afterKeyword;
    while (start < file.length && (file[start] == '\r' || file[start] == '\n')) {
      start++;
    }
    try {
      drain(new ByteArrayInputStream(file, start, file.length - start), MOST_LAYERS);
    } catch (IOException e) {
      // not packed, or broken: the reader gets no further than this either
    }
  }

  /** Unpacks as long as the content looks packed once more. */
  private void drain(InputStream content, int layers) throws IOException {
    var peeked = new PushbackInputStream(content, 2);
    var header = peeked.readNBytes(2);
    peeked.unread(header);
    if (!looksPacked(header)) {
      return;
    }
    if (layers == 0) {
      throw RefusedFileException.beyondLimits(
          "Expected streams packed once, but found more layers");
    }
    var unpacked = new Counted(new InflaterInputStream(peeked));
    drain(unpacked, layers - 1);
    unpacked.transferTo(java.io.OutputStream.nullOutputStream());
  }

  /** RFC 1950: method 8, header divisible by 31. */
  private static boolean looksPacked(byte[] header) {
    return header.length == 2
        && (header[0] & 0x0f) == 8
        && (((header[0] & 0xff) << 8) | (header[1] & 0xff)) % 31 == 0;
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      var read = super.read();
      spend(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      var read = super.read(buffer, offset, length);
      spend(Math.max(read, 0));
      return read;
    }

    private void spend(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw RefusedFileException.beyondLimits(
            "Expected streams that unpack within the limit, but they go beyond it");
      }
    }
  }
}
