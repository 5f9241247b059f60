package uz.yagona.engine.behavior;

/** The model or its data do not let the element instance go on; an operator must help. */
public final class IncidentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final IncidentType type;
  private final transient Runnable record;

  IncidentException(IncidentType type, String message) {
    this(type, message, () -> {});
  }

  /**
   * @param record writes what is to be seen of the attempt after it was taken back
   */
  IncidentException(IncidentType type, String message, Runnable record) {
    super(message, null, false, false);
    this.type = type;
    this.record = record;
  }

  void record() {
    record.run();
  }

  IncidentType type() {
    return type;
  }
}
