package uz.yagona.signing.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A root authority whose key this installation never sees. The issuing key is made here; its
 * request lies in the directory until the operator brings the root's answer.
 */
final class OfflineRoot {
  private static final String REQUEST = "issuing.csr";
  private static final String ROOT = "root.cer";
  private static final String ISSUING = "issuing.cer";
  private static final String LIST = "root.crl";
  private static final String PUBLIC_LIST = "/crl/root.crl";

  private final Path directory;
  private final URI address;

  /**
   * @param directory where request and answer lie
   * @param address public base address of the PKI
   */
  OfflineRoot(Path directory, URI address) {
    this.directory = directory;
    this.address = address;
  }

  /**
   * The issuing authority as the root has certified it.
   *
   * @param keyPair the issuing key, made here
   * @throws IllegalStateException when the answer is missing or is not for this key; the request
   *     has then been written
   */
  Credential issuing(KeyPair keyPair, X500Name subject) {
    if (!Files.exists(directory.resolve(ROOT))
        || !Files.exists(directory.resolve(ISSUING))
        || !Files.exists(directory.resolve(LIST))) {
      writeRequest(keyPair, subject);
      throw new IllegalStateException(
          "Expected %s, %s and %s of the offline root in %s, but not all are there. Certify %s with the root, put its answer there and start again."
              .formatted(ROOT, ISSUING, LIST, directory, REQUEST));
    }
    var root = certificate(ROOT);
    var issuing = certificate(ISSUING);
    try {
      root.verify(root.getPublicKey());
      issuing.verify(root.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected %s to be signed by %s, but it is not".formatted(ISSUING, ROOT), e);
    }
    if (!Arrays.equals(issuing.getPublicKey().getEncoded(), keyPair.getPublic().getEncoded())
        || issuing.getBasicConstraints() < 0) {
      throw new IllegalStateException(
          "Expected %s to certify the key of %s as an authority, but it does not"
              .formatted(ISSUING, REQUEST));
    }
    requireList(issuing);
    revocationList(root);
    return new Credential(keyPair.getPrivate(), List.of(issuing, root));
  }

  /** Without it nobody finds out whether the root has revoked the issuing authority. */
  private void requireList(X509Certificate issuing) {
    var points = issuing.getExtensionValue(Extension.cRLDistributionPoints.getId());
    if (points == null
        || !new String(points, StandardCharsets.ISO_8859_1).contains(address + PUBLIC_LIST)) {
      throw new IllegalStateException(
          "Expected %s to name the root's list, crlDistributionPoints = URI:%s%s, but it does not"
              .formatted(ISSUING, address, PUBLIC_LIST));
    }
  }

  /** The root's newest list, DER; read anew each time, so that the operator may replace it. */
  byte[] revocationList(X509Certificate root) {
    try {
      var list =
          (X509CRL)
              CertificateFactory.getInstance("X.509")
                  .generateCRL(new ByteArrayInputStream(read(LIST)));
      list.verify(root.getPublicKey());
      return list.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected %s to be a revocation list of the root, but it is not".formatted(LIST), e);
    }
  }

  private X509Certificate certificate(String name) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(read(name)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected %s to be a certificate, PEM or DER, but it is not".formatted(name), e);
    }
  }

  private byte[] read(String name) {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeRequest(KeyPair keyPair, X500Name subject) {
    var builder = new JcaPKCS10CertificationRequestBuilder(subject, keyPair.getPublic());
    var request =
        builder.build(uz.yagona.signing.pki.CertificateFactory.signer(keyPair.getPrivate()));
    var text = new StringWriter();
    try {
      try (var pem = new JcaPEMWriter(text)) {
        pem.writeObject(request);
      }
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(REQUEST), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
