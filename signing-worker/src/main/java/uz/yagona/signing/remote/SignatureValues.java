package uz.yagona.signing.remote;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/** Checks signature values that come from elsewhere, before anything is made of them. */
final class SignatureValues {
  private static final int RAW_P256 = 64;

  private SignatureValues() {}

  /**
   * The value as CMS wants it, when it is one of {@code key} over SHA-256 of {@code data}; empty
   * when it is not.
   *
   * @param value RSA PKCS#1; ECDSA as DER, or as r and s of 32 bytes each, as browsers give it
   */
  static Optional<byte[]> checked(PublicKey key, byte[] data, byte[] value) {
    if (key.getAlgorithm().equals("RSA")) {
      return Optional.of(value).filter(any -> isOf(key, "SHA256withRSA", data, any));
    }
    var der = value.length == RAW_P256 ? der(value) : value;
    return Optional.of(der).filter(any -> isOf(key, "SHA256withECDSA", data, any));
  }

  private static boolean isOf(PublicKey key, String algorithm, byte[] data, byte[] value) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(data);
      return signature.verify(value);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] der(byte[] raw) {
    var half = RAW_P256 / 2;
    var r = new BigInteger(1, Arrays.copyOfRange(raw, 0, half));
    var s = new BigInteger(1, Arrays.copyOfRange(raw, half, RAW_P256));
    try {
      return new DERSequence(
              new org.bouncycastle.asn1.ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)})
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
