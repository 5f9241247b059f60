package uz.yagona.proof;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CMS signature (RFC 5652) by one signer with signed attributes.
 *
 * @param content what is inside, {@code null} when it is kept apart
 * @param contentType object identifier of the content
 * @param certificates all that come with it
 * @param info the signer's part
 */
record Cms(
    String contentType,
    byte @Nullable [] content,
    List<X509Certificate> certificates,
    SignerPart info) {
  private static final String SIGNED = "1.2.840.113549.1.7.2";
  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47";
  private static final String SIGNATURE_TIMESTAMP = "1.2.840.113549.1.9.16.2.14";
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final Map<String, String> DIGESTS =
      Map.of(
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");
  private static final Map<String, String> SIGNATURES =
      Map.of(
          "1.2.840.113549.1.1.11", "SHA256withRSA",
          "1.2.840.113549.1.1.12", "SHA384withRSA",
          "1.2.840.113549.1.1.13", "SHA512withRSA",
          "1.2.840.10045.4.3.2", "SHA256withECDSA",
          "1.2.840.10045.4.3.3", "SHA384withECDSA",
          "1.2.840.10045.4.3.4", "SHA512withECDSA");

  /** What one signer states and signs. */
  record SignerPart(
      String digest, String algorithm, Der attributes, byte[] signature, @Nullable Der unsigned) {}

  static Cms parse(Der outer) {
    if (!outer.is(Der.SEQUENCE).child(0).oid().equals(SIGNED)) {
      throw new ProofException("Expected signed data, but it is something else");
    }
    var signed = outer.child(1).is(Der.CONTEXT_0).child(0).is(Der.SEQUENCE).children();
    var encapsulated = signed.get(2).is(Der.SEQUENCE).children();
    var content =
        encapsulated.size() > 1 ? encapsulated.get(1).child(0).is(Der.OCTETS).content() : null;
    var certificates =
        signed.stream()
            .filter(part -> part.tag() == Der.CONTEXT_0)
            .flatMap(part -> part.children().stream())
            .map(Cms::certificate)
            .toList();
    var signers = signed.get(signed.size() - 1).is(Der.SET).children();
    if (signers.size() != 1) {
      throw new ProofException("Expected one signer, but found " + signers.size());
    }
    return new Cms(encapsulated.get(0).oid(), content, certificates, signer(signers.get(0)));
  }

  private static SignerPart signer(Der info) {
    var parts = info.is(Der.SEQUENCE).children();
    if (parts.size() < 6 || parts.get(3).tag() != Der.CONTEXT_0) {
      throw new ProofException("Expected signed attributes, but there are none");
    }
    var digest = DIGESTS.get(parts.get(2).child(0).oid());
    var oid = parts.get(4).child(0).oid();
    var algorithm =
        oid.equals(RSA) && digest != null
            ? digest.replace("-", "") + "withRSA"
            : SIGNATURES.get(oid);
    if (digest == null || algorithm == null) {
      throw new ProofException("Expected SHA-2 with RSA or ECDSA, but found " + oid);
    }
    var unsigned = parts.size() > 6 && parts.get(6).tag() == Der.CONTEXT_1 ? parts.get(6) : null;
    return new SignerPart(
        digest, algorithm, parts.get(3), parts.get(5).is(Der.OCTETS).content(), unsigned);
  }

  /** Checks the signature over {@code signed} and returns the signer's certificate. */
  X509Certificate check(byte[] signed) {
    try {
      if (!MessageDigest.isEqual(
          attribute(MESSAGE_DIGEST).is(Der.OCTETS).content(),
          MessageDigest.getInstance(info.digest()).digest(signed))) {
        throw new ProofException("Expected the bytes that were signed, but they were changed");
      }
      if (!attribute(CONTENT_TYPE).oid().equals(contentType)) {
        throw new ProofException("Expected the signed content type, but it is another");
      }
      var signer = signer();
      var signature = Signature.getInstance(info.algorithm());
      signature.initVerify(signer.getPublicKey());
      signature.update(Der.of(Der.SET, info.attributes().content()));
      if (!signature.verify(info.signature())) {
        throw new ProofException("Expected a signature by the certificate, but it does not fit");
      }
      return signer;
    } catch (GeneralSecurityException e) {
      throw new ProofException(
          "Expected a signature that can be checked, but " + e.getMessage(), e);
    }
  }

  /** The timestamp over the signature (RFC 3161, appendix A); {@code null} when there is none. */
  byte @Nullable [] signatureTimestamp() {
    var unsigned = info.unsigned();
    if (unsigned == null) {
      return null;
    }
    return unsigned.children().stream()
        .filter(attribute -> attribute.child(0).oid().equals(SIGNATURE_TIMESTAMP))
        .map(attribute -> attribute.child(1).is(Der.SET).child(0).whole())
        .findFirst()
        .orElse(null);
  }

  /** The certificate that the signed attributes name by its digest (RFC 5035). */
  private X509Certificate signer() throws GeneralSecurityException {
    var parts = attribute(SIGNING_CERTIFICATE).child(0).child(0).children();
    var hasAlgorithm = parts.get(0).tag() == Der.SEQUENCE;
    var digest = hasAlgorithm ? DIGESTS.get(parts.get(0).child(0).oid()) : "SHA-256";
    if (digest == null) {
      throw new ProofException("Expected SHA-2 in the signing certificate's name, but found other");
    }
    var wanted = parts.get(hasAlgorithm ? 1 : 0).is(Der.OCTETS).content();
    for (var certificate : certificates) {
      if (MessageDigest.isEqual(
          wanted, MessageDigest.getInstance(digest).digest(certificate.getEncoded()))) {
        return certificate;
      }
    }
    throw new ProofException("Expected the signer's certificate inside, but it is missing");
  }

  private Der attribute(String oid) {
    var found = new ArrayList<Der>();
    for (var attribute : info.attributes().children()) {
      if (attribute.child(0).oid().equals(oid)) {
        found.add(attribute.child(1).is(Der.SET).child(0));
      }
    }
    if (found.size() != 1) {
      throw new ProofException(
          "Expected attribute %s once, but found it %d times".formatted(oid, found.size()));
    }
    return found.get(0);
  }

  private static X509Certificate certificate(Der der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.whole()));
    } catch (CertificateException e) {
      throw new ProofException("Expected an X.509 certificate, but it cannot be read", e);
    }
  }
}
