package uz.yagona.engine.state;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A buffered message. */
public final class MessageRow extends Row {
  private final MessageAddress address;
  private final @Nullable String messageId;
  private final String variables;
  private final Instant publishedAt;
  private final Instant expiresAt;
  private final Cell<Set<String>> correlatedProcessIds;

  public MessageRow(
      long key,
      MessageAddress address,
      @Nullable String messageId,
      String variables,
      Instant publishedAt,
      Instant expiresAt,
      Set<String> correlatedProcessIds) {
    super(key);
    this.address = address;
    this.messageId = messageId;
    this.variables = variables;
    this.publishedAt = publishedAt;
    this.expiresAt = expiresAt;
    this.correlatedProcessIds = cell(correlatedProcessIds);
  }

  public MessageAddress address() {
    return address;
  }

  public @Nullable String messageId() {
    return messageId;
  }

  /** JSON object text. */
  public String variables() {
    return variables;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** A message reaches each process at most once, whatever its version. */
  public boolean isCorrelatedTo(String processId) {
    return correlatedProcessIds.get().contains(processId);
  }

  Set<String> correlatedProcessIds() {
    return correlatedProcessIds.get();
  }

  public void correlate(String processId) {
    var next = new LinkedHashSet<>(correlatedProcessIds.get());
    next.add(processId);
    correlatedProcessIds.set(next);
  }
}
