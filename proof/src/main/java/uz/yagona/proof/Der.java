package uz.yagona.proof;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One DER element (X.690) of bytes that nobody vouches for: definite lengths only, bounds checked.
 *
 * @param tag first octet
 * @param whole with tag and length
 */
record Der(int tag, byte[] content, byte[] whole) {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int CONTEXT_0 = 0xA0;
  static final int CONTEXT_1 = 0xA1;
  private static final int LONG_FORM = 0x80;
  private static final int LENGTH_BYTES = 4;
  private static final int OCTET_BITS = 8;
  private static final int OCTET = 0xFF;

  static Der one(byte[] bytes) {
    var all = list(bytes);
    if (all.size() != 1) {
      throw new ProofException("Expected one DER element, but found " + all.size());
    }
    return all.get(0);
  }

  /** The first element; what follows it is padding. */
  static Der first(byte[] bytes) {
    return at(bytes, 0);
  }

  private static List<Der> list(byte[] bytes) {
    var found = new ArrayList<Der>();
    for (var at = 0; at < bytes.length; ) {
      var next = at(bytes, at);
      found.add(next);
      at += next.whole.length;
    }
    return found;
  }

  private static Der at(byte[] bytes, int start) {
    if (start + 2 > bytes.length) {
      throw new ProofException("Expected a DER element, but the bytes end");
    }
    var length = bytes[start + 1] & OCTET;
    var body = start + 2;
    if (length >= LONG_FORM) {
      var count = length - LONG_FORM;
      if (count == 0 || count > LENGTH_BYTES || body + count > bytes.length) {
        throw new ProofException("Expected a definite DER length, but found another");
      }
      length = new BigInteger(1, Arrays.copyOfRange(bytes, body, body + count)).intValue();
      body += count;
    }
    if (length < 0 || length > bytes.length - body) {
      throw new ProofException("Expected " + length + " bytes of DER, but the bytes end");
    }
    return new Der(
        bytes[start] & OCTET,
        Arrays.copyOfRange(bytes, body, body + length),
        Arrays.copyOfRange(bytes, start, body + length));
  }

  Der is(int wanted) {
    if (tag != wanted) {
      throw new ProofException("Expected DER tag %02x, but found %02x".formatted(wanted, tag));
    }
    return this;
  }

  List<Der> children() {
    return list(content);
  }

  Der child(int index) {
    var all = children();
    if (index >= all.size()) {
      throw new ProofException("Expected DER element " + index + ", but there are " + all.size());
    }
    return all.get(index);
  }

  BigInteger number() {
    is(INTEGER);
    if (content.length == 0) {
      throw new ProofException("Expected a number, but it is empty");
    }
    return new BigInteger(content);
  }

  String oid() {
    is(OID);
    var text = new StringBuilder();
    var value = BigInteger.ZERO;
    for (var octet : content) {
      value = value.shiftLeft(OCTET_BITS - 1).or(BigInteger.valueOf(octet & (LONG_FORM - 1)));
      if ((octet & LONG_FORM) == 0) {
        text.append(text.isEmpty() ? firstTwo(value) : "." + value);
        value = BigInteger.ZERO;
      }
    }
    return text.toString();
  }

  private static String firstTwo(BigInteger value) {
    var both = value.intValue();
    var first = Math.min(both / 40, 2);
    return first + "." + value.subtract(BigInteger.valueOf(first * 40L));
  }

  static byte[] of(int tag, byte[]... parts) {
    var size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    var length = BigInteger.valueOf(size).toByteArray();
    length =
        length.length > 1 && length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
    var isShort = size < LONG_FORM;
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (!isShort) {
      out.write(LONG_FORM + length.length);
    }
    out.writeBytes(isShort ? new byte[] {(byte) size} : length);
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
