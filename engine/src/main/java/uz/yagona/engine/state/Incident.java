package uz.yagona.engine.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stop that an operator must resolve. */
public final class Incident extends OwnedRow {
  private final String errorType;
  private final String message;
  private final @Nullable Long jobKey;
  private final Instant creationTime;
  final Cell<String> state = cell("ACTIVE");
  final Slot<Instant> resolvedTime = slot(null);

  public Incident(
      long key,
      ElementInstance owner,
      String errorType,
      String message,
      @Nullable Long jobKey,
      Instant now) {
    super(key, owner);
    this.errorType = errorType;
    this.message = message;
    this.jobKey = jobKey;
    creationTime = now;
  }

  public String errorType() {
    return errorType;
  }

  public String message() {
    return message;
  }

  public @Nullable Long jobKey() {
    return jobKey;
  }

  Instant creationTime() {
    return creationTime;
  }

  /** No longer in the way; the row must be closed too. */
  public void resolve(Instant now) {
    state.set("RESOLVED");
    resolvedTime.set(now);
  }
}
