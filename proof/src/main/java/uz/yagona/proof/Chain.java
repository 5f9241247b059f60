package uz.yagona.proof;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The way from a certificate to its root (RFC 5280); revocation needs a network and is left out.
 */
final class Chain {
  private static final Map<String, String> WORDS =
      Map.of("2.5.4.12", "title", "2.5.4.5", "serialNumber");

  private Chain() {}

  /**
   * Checks that {@code leaf} leads to an anchor at that time, and returns the anchor.
   *
   * @param anchors empty takes the highest certificate that is at hand
   */
  static X509Certificate check(
      X509Certificate leaf,
      List<X509Certificate> others,
      Collection<X509Certificate> anchors,
      Instant at) {
    var path = new ArrayList<X509Certificate>();
    var pool = new HashSet<>(others);
    pool.addAll(anchors);
    var top = leaf;
    while (!isSelfIssued(top) && path.size() < pool.size()) {
      path.add(top);
      var issuer = issuer(top, pool);
      if (issuer == null) {
        break;
      }
      top = issuer;
    }
    if (!anchors.isEmpty() && !anchors.contains(top)) {
      throw new ProofException("Expected a trusted root, but the chain ends at " + name(top));
    }
    path.remove(top);
    validate(path, top, at);
    return top;
  }

  /** The subject as text, its title and serial number in words too. */
  static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, WORDS);
  }

  /** Subject, serial number and SHA-256 of a certificate, and its root. */
  static String described(X509Certificate signer, X509Certificate root) {
    return "%s, serial %s (SHA-256 %s), root %s (SHA-256 %s)"
        .formatted(
            name(signer),
            signer.getSerialNumber().toString(16),
            fingerprint(signer),
            name(root),
            fingerprint(root));
  }

  static String fingerprint(X509Certificate certificate) {
    try {
      return Digests.hex(Digests.sha256(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new ProofException("Expected a certificate, but it cannot be read", e);
    }
  }

  private static void validate(List<X509Certificate> path, X509Certificate anchor, Instant at) {
    try {
      if (path.isEmpty()) {
        anchor.checkValidity(Date.from(at));
        return;
      }
      var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(at));
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    } catch (GeneralSecurityException e) {
      throw new ProofException("Expected a valid chain, but " + e.getMessage(), e);
    }
  }

  private static @Nullable X509Certificate issuer(
      X509Certificate child, Set<X509Certificate> pool) {
    return pool.stream()
        .filter(other -> !other.equals(child) && isIssuer(other, child))
        .findFirst()
        .orElse(null);
  }

  /** By name and signature: an authority with a new key keeps its name. */
  private static boolean isIssuer(X509Certificate other, X509Certificate child) {
    if (!other.getSubjectX500Principal().equals(child.getIssuerX500Principal())) {
      return false;
    }
    try {
      child.verify(other.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static boolean isSelfIssued(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }
}
