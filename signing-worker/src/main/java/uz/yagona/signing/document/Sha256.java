package uz.yagona.signing.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests as lower case hexadecimal text. */
public final class Sha256 {
  private Sha256() {}

  /** Digest of all bytes. */
  public static String of(byte[] content) {
    return ofStart(content, content.length);
  }

  /** Digest of the first {@code length} bytes. */
  public static String ofStart(byte[] content, int length) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(content, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
