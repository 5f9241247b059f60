package uz.yagona.signing.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** Key kinds of new certificates. The national algorithm O'z DSt 1092 would be a third constant. */
public enum KeyAlgorithm {
  ECDSA_P256("EC", "SHA256withECDSA"),
  RSA_3072("RSA", "SHA256withRSA");

  private static final int RSA_BITS = 3072;

  private final String keyType;
  private final String signatureAlgorithm;

  KeyAlgorithm(String keyType, String signatureAlgorithm) {
    this.keyType = keyType;
    this.signatureAlgorithm = signatureAlgorithm;
  }

  /** JCA name of the kind of key. */
  String keyType() {
    return keyType;
  }

  /** A key pair of this kind by a generator of its {@link #keyType}. */
  KeyPair generate(KeyPairGenerator generator) throws GeneralSecurityException {
    generator.initialize(
        this == ECDSA_P256
            ? new ECGenParameterSpec("secp256r1")
            : new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4));
    return generator.generateKeyPair();
  }

  KeyPair newKeyPair() {
    try {
      return generate(KeyPairGenerator.getInstance(keyType));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JCA name of the signature algorithm that goes with {@code key}, always over SHA-256. */
  static String signatureAlgorithm(PrivateKey key) {
    for (var algorithm : values()) {
      if (algorithm.keyType.equals(key.getAlgorithm())) {
        return algorithm.signatureAlgorithm;
      }
    }
    throw new IllegalArgumentException(
        "Expected an EC or RSA key, but it is " + key.getAlgorithm());
  }
}
