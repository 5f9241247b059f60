package uz.yagona.proof;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;

/**
 * A timestamp (RFC 3161) that was checked.
 *
 * @param authority who made it and under which root, with the root's SHA-256
 */
public record Timestamp(Instant time, String authority) {
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
  private static final String PURPOSE = "1.3.6.1.5.5.7.3.8";
  private static final byte[] SHA256 = {
    0x30, 0x0d, 0x06, 0x09, 0x60, (byte) 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00
  };
  private static final String SHA256_OID = "2.16.840.1.101.3.4.2.1";
  private static final int GRANTED_WITH_CHANGES = 1;
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendLiteral('Z')
          .toFormatter();

  /** The DER request for a SHA-256 digest; the certificates shall come with the answer. */
  public static byte[] request(byte[] sha256, BigInteger nonce) {
    return Der.of(
        Der.SEQUENCE,
        Der.of(Der.INTEGER, new byte[] {1}),
        Der.of(Der.SEQUENCE, SHA256, Der.of(Der.OCTETS, sha256)),
        Der.of(Der.INTEGER, nonce.toByteArray()),
        Der.of(Der.BOOLEAN, new byte[] {(byte) 0xFF}));
  }

  /**
   * The token inside an answer.
   *
   * @throws ProofException when the authority refused
   */
  public static byte[] token(byte[] response) {
    var answer = Der.one(response).is(Der.SEQUENCE);
    var parts = answer.children();
    var status = answer.child(0).child(0).number().intValue();
    if (status > GRANTED_WITH_CHANGES || parts.size() != 2) {
      throw new ProofException("Expected a timestamp, but the authority answered " + status);
    }
    return parts.get(1).whole();
  }

  /**
   * Checks digest, signature, purpose and chain of a token.
   *
   * @param anchors roots that are trusted; empty takes the root that comes with the token
   * @throws ProofException when something does not fit
   */
  public static Timestamp check(byte[] token, byte[] sha256, Collection<X509Certificate> anchors) {
    try {
      return check(Cms.parse(Der.one(token)), sha256, anchors);
    } catch (IndexOutOfBoundsException e) {
      throw new ProofException("Expected the parts of a timestamp token, but some are missing", e);
    }
  }

  static Timestamp check(Cms cms, byte[] sha256, Collection<X509Certificate> anchors) {
    var content = cms.content();
    if (!cms.contentType().equals(TST_INFO) || content == null) {
      throw new ProofException("Expected a timestamp token, but it holds something else");
    }
    var signer = cms.check(content);
    var parts = Der.one(content).is(Der.SEQUENCE).children();
    var imprint = parts.get(2).is(Der.SEQUENCE);
    if (!imprint.child(0).child(0).oid().equals(SHA256_OID)
        || !MessageDigest.isEqual(imprint.child(1).is(Der.OCTETS).content(), sha256)) {
      throw new ProofException("Expected a timestamp of this digest, but it is of another");
    }
    requirePurpose(signer);
    var time = time(parts.get(4).is(Der.TIME));
    var root = Chain.check(signer, cms.certificates(), anchors, time);
    return new Timestamp(
        time,
        "%s, root %s (SHA-256 %s)"
            .formatted(Chain.name(signer), Chain.name(root), Chain.fingerprint(root)));
  }

  private static void requirePurpose(X509Certificate signer) {
    try {
      if (!List.of(PURPOSE).equals(signer.getExtendedKeyUsage())) {
        throw new ProofException("Expected a certificate for timestamps alone, but it is another");
      }
    } catch (CertificateParsingException e) {
      throw new ProofException("Expected a certificate for timestamps, but it cannot be read", e);
    }
  }

  private static Instant time(Der der) {
    var text = new String(der.content(), StandardCharsets.US_ASCII);
    try {
      return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new ProofException("Expected a time, but found " + text, e);
    }
  }
}
