package uz.yagona.engine.behavior;

/** The model or its data do not let the element instance go on; an operator must help. */
public final class IncidentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final IncidentType type;

  IncidentException(IncidentType type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  IncidentType type() {
    return type;
  }
}
