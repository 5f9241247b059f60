package uz.yagona.engine.processor;

import org.jspecify.annotations.Nullable;

/** This node can no longer write: the database is gone, or another node leads. */
final class LeadLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeadLostException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
