package uz.yagona.portal.internal;

import java.util.UUID;

/** Nobody has worked out a decision that could be printed. */
final class DecisionMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DecisionMissingException(UUID requestId) {
    super("Expected a decision on request %s, but there is none yet".formatted(requestId));
  }
}
