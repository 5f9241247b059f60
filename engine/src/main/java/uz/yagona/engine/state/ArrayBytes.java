package uz.yagona.engine.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An array in PostgreSQL's binary format: a head of five integers, then length and bytes of each
 * value. Neither side has to write or parse texts of numbers and times.
 */
final class ArrayBytes {
  private static final int HEAD = 20;
  private static final int HAS_NULLS = 4;
  private static final int LONGEST_FIXED = 12;

  /** Seconds from 1970 to 2000, where PostgreSQL's time begins. */
  private static final long EPOCH_SECONDS = 946_684_800;

  private static final long FURTHEST_SECONDS = Long.MAX_VALUE / 1_000_000 - 1;

  private ByteBuffer bytes;

  private ArrayBytes(int elementOid, int length) {
    bytes = ByteBuffer.allocate(HEAD + length * LONGEST_FIXED);
    bytes.putInt(1).putInt(0).putInt(elementOid).putInt(length).putInt(1);
  }

  /** One value of each row; {@code null} values are allowed. */
  static <R> byte[] of(
      int elementOid, Collection<R> rows, Function<? super R, @Nullable Object> reader) {
    var array = new ArrayBytes(elementOid, rows.size());
    for (var row : rows) {
      array.add(reader.apply(row));
    }
    return Arrays.copyOf(array.bytes.array(), array.bytes.position());
  }

  private void add(@Nullable Object value) {
    if (value == null) {
      room(4).putInt(-1);
      bytes.putInt(HAS_NULLS, 1);
    } else if (value instanceof Long number) {
      room(12).putInt(8).putLong(number);
    } else if (value instanceof Integer number) {
      room(8).putInt(4).putInt(number);
    } else if (value instanceof Boolean truth) {
      room(5).putInt(1).put((byte) (truth ? 1 : 0));
    } else if (value instanceof Instant time) {
      room(12).putInt(8).putLong(micros(time));
    } else if (value instanceof byte[] content) {
      room(4 + content.length).putInt(content.length).put(content);
    } else {
      var text = text(value).getBytes(StandardCharsets.UTF_8);
      room(4 + text.length).putInt(text.length).put(text);
    }
  }

  /** A time that a long cannot hold becomes one that the database refuses. */
  private static long micros(Instant time) {
    var seconds = time.getEpochSecond() - EPOCH_SECONDS;
    if (Math.abs(seconds) > FURTHEST_SECONDS) {
      return Long.MAX_VALUE - 1;
    }
    return seconds * 1_000_000 + time.getNano() / 1_000;
  }

  /** Texts inside an array are an array literal, which the statement casts. */
  private static String text(Object value) {
    if (!(value instanceof Collection<?> texts)) {
      return value.toString();
    }
    var literal = new StringBuilder("{");
    for (var text : texts) {
      literal.append(literal.length() == 1 ? "\"" : ",\"");
      literal.append(text.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return literal.append('}').toString();
  }

  private ByteBuffer room(int needed) {
    if (bytes.remaining() < needed) {
      var more = Math.max(bytes.capacity() * 2, bytes.capacity() + needed);
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), more)).position(bytes.position());
    }
    return bytes;
  }
}
