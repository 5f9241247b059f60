package uz.yagona.signing.desk;

import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the desk's refusals are over HTTP: 404 for what there is not, 422 for what may not be. */
final class Answers {
  private Answers() {}

  static <T> T of(Supplier<T> work) {
    try {
      return work.get();
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
    }
  }

  /** A text that must be there. */
  static String text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw missing(name);
    }
    return value;
  }

  static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        "Expected '%s' to be given, but it is missing".formatted(name));
  }
}
