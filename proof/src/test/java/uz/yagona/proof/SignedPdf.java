package uz.yagona.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** The smallest file that has a signature where a PDF has it. */
public final class SignedPdf {
  private static final int ROOM = 12_000;

  private SignedPdf() {}

  /** One signature over everything but itself. */
  public static byte[] of(String text, TestAuthority authority, Instant at) {
    var start = "%%PDF-1.7\n" + text + "\n<</Type/Sig/ByteRange[0 %010d %010d %010d]/Contents";
    var end = ">>\n%%EOF\n";
    var gap = start.formatted(0, 0, 0).length();
    var second = gap + ROOM + 2;
    var before = ascii(start.formatted(gap, second, end.length()));
    var signed = ascii(start.formatted(gap, second, end.length()) + end);
    var signature = HexFormat.of().formatHex(authority.sign(signed, at));
    var contents = "<" + signature + "0".repeat(ROOM - signature.length()) + ">";
    return ascii(new String(before, StandardCharsets.US_ASCII) + contents + end);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
