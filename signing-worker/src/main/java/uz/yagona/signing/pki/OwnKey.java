package uz.yagona.signing.pki;

import java.io.IOException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** The public half of a key that a person keeps: ECDSA P-256, or RSA of 3072 bits and more. */
public record OwnKey(PublicKey publicKey) {
  private static final int LEAST_RSA_BITS = 3072;

  /**
   * The key of a PKCS#10 request, which its signature proves to be in the sender's hands. Names in
   * the request are not looked at: the desk vouches for them.
   *
   * @param request PEM or Base64
   * @throws IllegalArgumentException when it is no such request, or the key is too weak
   */
  public static OwnKey requested(String request) {
    try {
      var base64 = request.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      var parsed = new PKCS10CertificationRequest(Base64.getDecoder().decode(base64));
      var key = of(parsed.getSubjectPublicKeyInfo());
      if (!parsed.isSignatureValid(
          new JcaContentVerifierProviderBuilder().build(key.publicKey()))) {
        throw new IllegalArgumentException(
            "Expected a certification request signed with its own key, but it is not");
      }
      return key;
    } catch (IOException | PKCSException | OperatorCreationException e) {
      throw new IllegalArgumentException("Expected a PKCS#10 request, but it is not", e);
    }
  }

  /** The key with these DER bytes, as {@link #encoded} gave them. */
  static OwnKey decoded(byte[] der) {
    return of(SubjectPublicKeyInfo.getInstance(der));
  }

  private static OwnKey of(SubjectPublicKeyInfo info) {
    try {
      var key = new JcaPEMKeyConverter().getPublicKey(info);
      if (!isStrong(key, info)) {
        throw new IllegalArgumentException(
            "Expected a key on curve P-256 or RSA of at least %d bits, but it is %s"
                .formatted(LEAST_RSA_BITS, key.getAlgorithm()));
      }
      return new OwnKey(key);
    } catch (PEMException e) {
      throw new IllegalArgumentException("Expected a public key, but it is not", e);
    }
  }

  private static boolean isStrong(PublicKey key, SubjectPublicKeyInfo info) {
    if (key instanceof ECPublicKey) {
      return SECObjectIdentifiers.secp256r1.equals(info.getAlgorithm().getParameters());
    }
    return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
  }

  byte[] encoded() {
    return publicKey.getEncoded();
  }
}
