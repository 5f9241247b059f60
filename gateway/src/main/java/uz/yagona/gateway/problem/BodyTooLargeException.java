package uz.yagona.gateway.problem;

import java.io.IOException;
import org.springframework.util.unit.DataSize;

/** The body is longer than allowed; answered with 413. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  public BodyTooLargeException(DataSize limit) {
    super("Expected a body of at most %d bytes, but it is longer".formatted(limit.toBytes()));
  }
}
