package uz.yagona.signing.pki;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry of the PKI's journal.
 *
 * @param position from 1 without gaps
 * @param actor user name, or {@code system}
 * @param object serial number of the certificate, or id of the operation
 * @param detail codes; no personal data
 * @param previous hash of the entry before; 64 zeros for the first
 * @param hash SHA-256 over everything else
 */
public record PkiEvent(
    long position,
    Instant at,
    String actor,
    String action,
    String object,
    String detail,
    String previous,
    String hash) {
  static final String START = "0".repeat(64);

  /** The entry that follows {@code before}. */
  static PkiEvent after(
      long position,
      String previous,
      Instant at,
      String actor,
      String action,
      String object,
      String detail) {
    return new PkiEvent(
        position,
        at,
        actor,
        action,
        object,
        detail,
        previous,
        hash(position, previous, at, actor, action, object, detail));
  }

  /** Whether the entry is as it was written and follows {@code before}. */
  boolean follows(long positionBefore, String hashBefore) {
    return position == positionBefore + 1
        && previous.equals(hashBefore)
        && hash.equals(hash(position, previous, at, actor, action, object, detail));
  }

  /** Each field goes with its length, so that no two entries have the same bytes. */
  private static String hash(Object... fields) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var field : fields) {
        var bytes = field.toString().getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
