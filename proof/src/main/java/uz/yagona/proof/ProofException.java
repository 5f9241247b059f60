package uz.yagona.proof;

/** Bytes that do not prove what they should; the message says what was found. */
public final class ProofException extends RuntimeException {
  ProofException(String message) {
    super(message);
  }

  ProofException(String message, Throwable cause) {
    super(message, cause);
  }
}
