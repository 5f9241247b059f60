package uz.yagona.signing.remote;

/** A person cannot sign this way now; {@link #code} tells the portal which words to show. */
final class RemoteSignatureException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final String CERTIFICATE_NOT_VALID = "CERTIFICATE_NOT_VALID";
  static final String SIGNATURE_NOT_VALID = "SIGNATURE_NOT_VALID";
  static final String OTHER_PERSON = "OTHER_PERSON";
  static final String EXPIRED = "EXPIRED";
  static final String USED = "USED";
  static final String NOT_OFFERED = "NOT_OFFERED";
  static final String UNREACHABLE = "UNREACHABLE";

  private final String code;

  RemoteSignatureException(String code, String message) {
    super(message);
    this.code = code;
  }

  RemoteSignatureException(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  String code() {
    return code;
  }
}
