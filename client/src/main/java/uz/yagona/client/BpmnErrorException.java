package uz.yagona.client;

import java.util.Map;

/** Thrown by a {@link JobTask} for an outcome that the model catches with a boundary event. */
public class BpmnErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient Map<String, Object> variables;

  /**
   * @param code error code as in the model
   * @param message for operators; no personal data
   * @param variables set in the scope of the catching event
   */
  public BpmnErrorException(String code, String message, Map<String, Object> variables) {
    super(message);
    this.code = code;
    this.variables = Map.copyOf(variables);
  }

  /** An error without variables. */
  public BpmnErrorException(String code, String message) {
    this(code, message, Map.of());
  }

  /** Error code as in the model. */
  public String code() {
    return code;
  }

  /** Variables for the catching event. */
  public Map<String, Object> variables() {
    return variables;
  }
}
