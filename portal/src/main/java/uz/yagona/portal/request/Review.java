package uz.yagona.portal.request;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an official decided in one task.
 *
 * @param answers texts by field of the task's form: {@code facts}, {@code norm}, {@code cure},
 *     {@code decision}, {@code askMessage}, {@code forwardReason}, {@code returnReason}
 */
public record Review(
    String taskKey,
    UUID requestId,
    String author,
    String outcome,
    Instant storedAt,
    Map<String, @Nullable Object> answers) {

  /** An answer as text; empty when there is none. */
  public String text(String field) {
    var value = answers.get(field);
    return value == null ? "" : value.toString();
  }

  public boolean isDecision() {
    return outcome.equals("APPROVE") || outcome.equals("REFUSE");
  }
}
