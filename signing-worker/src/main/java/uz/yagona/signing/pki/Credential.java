package uz.yagona.signing.pki;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificates that vouch for it.
 *
 * @param chain the key's own certificate first, the root last
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

  /** Copies the chain. */
  public Credential {
    chain = List.copyOf(chain);
  }

  /** The key's own certificate. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The certificate's serial number, hexadecimal, as in the certificate register. */
  public String serial() {
    return serialOf(certificate());
  }

  static String serialOf(X509Certificate certificate) {
    return serialOf(certificate.getSerialNumber());
  }

  static String serialOf(BigInteger serial) {
    return serial.toString(16);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Credential[%s]".formatted(certificate().getSubjectX500Principal());
  }
}
