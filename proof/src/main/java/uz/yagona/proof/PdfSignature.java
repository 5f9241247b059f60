package uz.yagona.proof;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signature in a PDF (ISO 32000-1, 12.8; ETSI EN 319 142-1), checked as far as the JDK reaches:
 * that it covers the bytes it names, that the certificate's key made it, that the certificate leads
 * to a root, and when. Revocation, policy and the look of later changes are for a full validation.
 *
 * @param certificate subject, serial number and SHA-256 of the signer's certificate, and its root
 * @param stampedAt of the timestamp over the signature; {@code null} when it has none
 * @param isDocumentTimestamp whether it is a timestamp over the document and no person's signature
 * @param uncovered bytes behind the part that is signed; later signatures and proof stand there
 */
public record PdfSignature(
    String certificate, @Nullable Instant stampedAt, boolean isDocumentTimestamp, long uncovered) {
  private static final Pattern BYTE_RANGE =
      Pattern.compile(
          "/ByteRange\\s*\\[\\s*(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})\\s*]");

  /**
   * All signatures of a file, in the order in which they stand there; empty when there is none.
   *
   * @param anchors roots that must be reached; empty takes the roots that come with the signatures
   * @throws ProofException at the first one that does not fit
   */
  public static List<PdfSignature> check(byte[] pdf, Collection<X509Certificate> anchors) {
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    var found = new ArrayList<PdfSignature>();
    for (var ranges = BYTE_RANGE.matcher(text); ranges.find(); ) {
      var range = new long[4];
      for (var i = 0; i < range.length; i++) {
        range[i] = Long.parseLong(ranges.group(i + 1));
      }
      try {
        found.add(checked(pdf, range, anchors));
      } catch (IndexOutOfBoundsException e) {
        throw new ProofException("Expected the parts of a signature, but some are missing", e);
      }
    }
    return List.copyOf(found);
  }

  private static PdfSignature checked(
      byte[] pdf, long[] range, Collection<X509Certificate> anchors) {
    var gap = range[1];
    var second = range[2];
    var end = second + range[3];
    if (range[0] != 0 || gap < 1 || second < gap + 2 || end > pdf.length) {
      throw new ProofException(
          "Expected a signature over two parts of the file around itself, but it names others");
    }
    var cms = Cms.parse(Der.first(contents(pdf, (int) gap, (int) second)));
    var signed =
        concatenated(
            Arrays.copyOfRange(pdf, 0, (int) gap),
            Arrays.copyOfRange(pdf, (int) second, (int) end));
    var uncovered = pdf.length - end;
    if (cms.content() != null) {
      var stamp = Timestamp.check(cms, Digests.sha256(signed), anchors);
      return new PdfSignature(stamp.authority(), stamp.time(), true, uncovered);
    }
    var signer = cms.check(signed);
    var token = cms.signatureTimestamp();
    var stamp =
        token == null
            ? null
            : Timestamp.check(token, Digests.sha256(cms.info().signature()), anchors);
    var at = stamp == null ? signer.getNotBefore().toInstant() : stamp.time();
    var others = new ArrayList<>(cms.certificates());
    if (token != null) {
      others.addAll(Cms.parse(Der.one(token)).certificates());
    }
    var root = Chain.check(signer, others, anchors, at);
    return new PdfSignature(
        Chain.described(signer, root), stamp == null ? null : stamp.time(), false, uncovered);
  }

  private static byte[] contents(byte[] pdf, int gap, int second) {
    var hex = new String(pdf, gap, second - gap, StandardCharsets.ISO_8859_1);
    if (!hex.startsWith("<") || !hex.endsWith(">")) {
      throw new ProofException("Expected the signature alone between the signed parts");
    }
    try {
      return HexFormat.of().parseHex(hex.substring(1, hex.length() - 1));
    } catch (IllegalArgumentException e) {
      throw new ProofException("Expected the signature in hexadecimal, but it is not", e);
    }
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
