package uz.yagona.proof;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;

/**
 * An organisation's seal over bytes that are kept apart (CAdES-B-T, ETSI EN 319 122-1), checked as
 * far as the JDK reaches: the bytes, the certificate with its chain, and when. Revocation needs a
 * network and is left out.
 *
 * @param certificate subject, serial number and SHA-256 of the sealing certificate, and its root
 * @param stampedAt of the timestamp over the seal
 */
public record Seal(String certificate, Instant stampedAt) {
  private static final String CONTENT = "1.2.840.113549.1.7.1";
  private static final int NON_REPUDIATION = 1;

  /**
   * Checks a seal over {@code content}.
   *
   * @param anchors roots that must be reached; empty takes those that come with the seal
   * @throws ProofException when something does not fit, or the seal has no timestamp
   */
  public static Seal check(byte[] seal, byte[] content, Collection<X509Certificate> anchors) {
    try {
      var cms = Cms.parse(Der.one(seal));
      if (cms.content() != null || !cms.contentType().equals(CONTENT)) {
        throw new ProofException("Expected a seal over bytes kept apart, but it is another");
      }
      var signer = cms.check(content);
      requireForSignatures(signer);
      var token = cms.signatureTimestamp();
      if (token == null) {
        throw new ProofException("Expected a seal with a timestamp, but it has none");
      }
      var stamp = Timestamp.check(token, Digests.sha256(cms.info().signature()), anchors);
      var others = new ArrayList<>(cms.certificates());
      others.addAll(Cms.parse(Der.one(token)).certificates());
      var root = Chain.check(signer, others, anchors, stamp.time());
      return new Seal(Chain.described(signer, root), stamp.time());
    } catch (IndexOutOfBoundsException e) {
      throw new ProofException("Expected the parts of a seal, but some are missing", e);
    }
  }

  private static void requireForSignatures(X509Certificate signer) {
    var usage = signer.getKeyUsage();
    if (usage != null && !usage[0] && !usage[NON_REPUDIATION]) {
      throw new ProofException("Expected a certificate for signatures, but it is for other uses");
    }
  }
}
