package uz.yagona.portal.vault;

/** The vault cannot give a value: wrong key, changed bytes, or an erased person. */
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VaultException(String message) {
    super(message);
  }

  VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
