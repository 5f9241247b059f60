package uz.yagona.client;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stack trace without messages, which may hold personal data. */
final class Redacted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private Redacted(String className, @Nullable Throwable cause) {
    super(className, cause);
  }

  static Redacted of(Throwable failure) {
    return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static Redacted of(Throwable failure, Set<Throwable> seen) {
    seen.add(failure);
    var cause = failure.getCause();
    var redacted =
        new Redacted(
            failure.getClass().getName(),
            cause == null || seen.contains(cause) ? null : of(cause, seen));
    redacted.setStackTrace(failure.getStackTrace());
    return redacted;
  }
}
