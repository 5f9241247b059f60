package uz.yagona.signing.pades;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;
import java.util.Arrays;

/**
 * Cuts the zero padding of a PDF's {@code /Contents} off before BouncyCastle reads it: since 1.85
 * it refuses bytes after the CMS, and DSS 6.4 would then see no signature at all. Anything but
 * zeros stays, so that it is refused. Found by {@code META-INF/services}; must stand before
 * dss-cms-object on the class path, which the self-test proves at each start.
 */
public final class UnpaddedCms extends CMSObjectUtils {
  private static final int SEQUENCE = 0x30;
  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 4;

  /** Called by the service loader. */
  public UnpaddedCms() {}

  @Override
  public CMS parseToCMS(byte[] binaries) {
    return super.parseToCMS(trimmed(binaries));
  }

  static byte[] trimmed(byte[] bytes) {
    var end = derLength(bytes);
    if (end < 0 || end >= bytes.length) {
      return bytes;
    }
    for (var i = end; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return bytes;
      }
    }
    return Arrays.copyOf(bytes, end);
  }

  /** Length of the DER sequence at the start, header included; -1 when there is none. */
  private static int derLength(byte[] bytes) {
    if (bytes.length < 2 || bytes[0] != SEQUENCE) {
      return -1;
    }
    var first = bytes[1] & 0xff;
    if (first < LONG_FORM) {
      return 2 + first;
    }
    var count = first & 0x7f;
    if (count == 0 || count > MOST_LENGTH_BYTES || bytes.length < 2 + count) {
      return -1;
    }
    var length = 0L;
    for (var i = 0; i < count; i++) {
      length = (length << 8) | (bytes[2 + i] & 0xff);
    }
    return length > bytes.length ? -1 : (int) length + 2 + count;
  }
}
