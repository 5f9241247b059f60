package uz.yagona.signing.pades;

/** The signer's certificate may not sign now: it is revoked, or its status cannot be told. */
public final class CertificateRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CertificateRefusedException(Throwable cause) {
    super("Expected a valid certificate, but the library refused it", cause);
  }
}
