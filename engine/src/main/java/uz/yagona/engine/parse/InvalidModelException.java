package uz.yagona.engine.parse;

import java.util.List;

/** A deployed file that cannot be used. */
public final class InvalidModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  /**
   * @param faults one line each: file, element, what was expected and found
   */
  public InvalidModelException(List<String> faults) {
    super(String.join("\n", faults), null, false, false);
    this.faults = List.copyOf(faults);
  }

  /** One line per fault. */
  public List<String> faults() {
    return faults;
  }
}
