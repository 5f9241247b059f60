package uz.yagona.signing.pki;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The one BouncyCastle provider; not registered with the JVM, so other modules are unaffected. */
final class Bouncy {
  static final Provider CASTLE = new BouncyCastleProvider();

  private Bouncy() {}
}
