package uz.yagona.gateway.problem;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** The body is longer than allowed; answered with 413. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  public BodyTooLargeException(DataSize limit) {
    this("body", limit);
  }

  /**
   * @param what is too long, a noun
   */
  public BodyTooLargeException(String what, DataSize limit) {
    super("Expected a %s of at most %d bytes, but it is longer".formatted(what, limit.toBytes()));
  }
}
