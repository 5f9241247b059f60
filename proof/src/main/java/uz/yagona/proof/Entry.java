package uz.yagona.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the journal.
 *
 * @param at with microseconds at most
 * @param object what it happened to, as {@code request:<id>}
 * @param detail JSON exactly as it was hashed
 * @param subject the person whose data were touched, as a UUID
 * @param prevHash hash of the entry before; {@link #genesis()} of the first
 */
public record Entry(
    long seq,
    Instant at,
    String actor,
    String action,
    String object,
    String detail,
    @Nullable String subject,
    byte[] prevHash,
    byte[] hash) {
  /** Stands before the first entry. */
  public static byte[] genesis() {
    return new byte[Digests.BYTES];
  }

  /** The entry with the hash that belongs to it. */
  public static Entry chained(
      long seq, Instant at, String actor, String action, String object, Rest rest) {
    var open =
        new Entry(
            seq,
            at,
            actor,
            action,
            object,
            rest.detail(),
            rest.subject(),
            rest.prevHash(),
            genesis());
    return open.rehashed();
  }

  /** What follows the object in an entry. */
  public record Rest(String detail, @Nullable String subject, byte[] prevHash) {}

  Entry rehashed() {
    return new Entry(seq, at, actor, action, object, detail, subject, prevHash, expectedHash());
  }

  /** Whether the stated hash is that of the content. */
  public boolean isWhole() {
    return Arrays.equals(hash, expectedHash());
  }

  /**
   * SHA-256 over the previous hash, the number (8 bytes), microseconds since 1970 (8 bytes), and
   * actor, action, object, detail and subject in UTF-8, each after its length (4 bytes).
   */
  byte[] expectedHash() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(prevHash);
      out.writeLong(seq);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
      for (var text :
          new String[] {actor, action, object, detail, subject == null ? "" : subject}) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Digests.sha256(bytes.toByteArray());
  }
}
