package uz.yagona.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and its hexadecimal form. */
public final class Digests {
  static final int BYTES = 32;

  private Digests() {}

  /** Digest of the parts, one after the other. */
  public static byte[] sha256(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * @throws IllegalArgumentException when it is not hexadecimal
   */
  public static byte[] ofHex(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
