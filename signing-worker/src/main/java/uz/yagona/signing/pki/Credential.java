package uz.yagona.signing.pki;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * A private key and the certificates that vouch for it.
 *
 * @param key of its holder; a stand-in when the holder keeps it, see {@link #heldElsewhere}
 * @param chain the key's own certificate first, the root last
 */
public record Credential(PrivateKey key, List<X509Certificate> chain) {

  /** Copies the chain. */
  public Credential {
    chain = List.copyOf(chain);
  }

  /** A credential whose key is not in this installation: it certifies, but cannot sign here. */
  public static Credential heldElsewhere(List<X509Certificate> chain) {
    return new Credential(new AbsentKey(chain.get(0).getPublicKey().getAlgorithm()), chain);
  }

  /** Whether its holder alone has the key. */
  public boolean isHeldElsewhere() {
    return key instanceof AbsentKey;
  }

  /** The key's own certificate. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** The certificate's serial number, hexadecimal, as in the certificate register. */
  public String serial() {
    return serialOf(certificate());
  }

  /** The person in the subject, by user name; empty for a seal or an authority. */
  public Optional<String> userName() {
    var name = X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded());
    return Arrays.stream(name.getRDNs(BCStyle.UID))
        .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
        .findFirst();
  }

  static String serialOf(X509Certificate certificate) {
    return serialOf(certificate.getSerialNumber());
  }

  static String serialOf(BigInteger serial) {
    return serial.toString(16);
  }

  /** The key's signature over SHA-256 of {@code text}. */
  public byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance(KeyAlgorithm.signatureAlgorithm(key));
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "Credential[%s]".formatted(certificate().getSubjectX500Principal());
  }
}
