package uz.yagona.portal.signing;

/** The signing worker does not take a signature; {@link #code} says why, as {@code EXPIRED}. */
public final class RemoteSigningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public RemoteSigningException(String code) {
    super("Expected the signing worker to take the signature, but it answered " + code);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
