package uz.yagona.portal.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it is chained.
 *
 * <p>Hash: SHA-256 over the previous hash, the sequence number (8 bytes), microseconds since 1970
 * (8 bytes), and actor, action, object, detail and subject in UTF-8, each after its length (4
 * bytes).
 */
record Link(
    long intakeId,
    Instant at,
    String actor,
    String action,
    String object,
    String detailJson,
    @Nullable UUID subjectId) {
  static final byte[] GENESIS = new byte[32];

  JournalEntry chained(long seq, byte[] prevHash) {
    return new JournalEntry(
        seq, at, actor, action, object, detailJson, subjectId, prevHash, hash(seq, prevHash));
  }

  static Link of(JournalEntry entry) {
    return new Link(
        0,
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.object(),
        entry.detailJson(),
        entry.subjectId());
  }

  byte[] hash(long seq, byte[] prevHash) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(prevHash);
      out.writeLong(seq);
      out.writeLong(
          Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1000));
      var subject = subjectId == null ? "" : subjectId.toString();
      for (var text : new String[] {actor, action, object, detailJson, subject}) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
