package uz.yagona.client;

import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One job as a {@link JobTask} sees it.
 *
 * @param key the job's key
 * @param processInstanceKey key of the process instance that waits for the job
 * @param elementInstanceKey key of the element instance; the same for every run of this job, so it
 *     serves as an idempotency key
 * @param elementId id of the element in the model
 * @param retries runs left, this one included
 * @param headers {@code zeebe:taskHeaders} of the element
 * @param variables the fetched variables; values may be {@code null}
 */
public record JobContext(
    long key,
    long processInstanceKey,
    long elementInstanceKey,
    String elementId,
    int retries,
    Map<String, String> headers,
    Map<String, @Nullable Object> variables) {

  static JobContext of(ActivatedJob job) {
    return new JobContext(
        job.getKey(),
        job.getProcessInstanceKey(),
        job.getElementInstanceKey(),
        job.getElementId(),
        job.getRetries(),
        job.getCustomHeaders(),
        job.getVariablesAsMap());
  }

  /** Whether a failure of this run raises an incident. */
  public boolean isLastAttempt() {
    return retries <= 1;
  }

  /** A header that the model must give. */
  public String header(String name) {
    var value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw JobException.permanent(
          "Expected header '%s' on element '%s', but it is missing".formatted(name, elementId));
    }
    return value;
  }

  /** A variable that must hold text. */
  public String text(String name) {
    return required(name, String.class);
  }

  /** A variable that holds text, or is absent or {@code null}. */
  public @Nullable String optionalText(String name) {
    return variables.get(name) == null ? null : text(name);
  }

  /** A variable that must hold a context. */
  @SuppressWarnings("unchecked")
  public Map<String, @Nullable Object> context(String name) {
    return required(name, Map.class);
  }

  /** A variable that must hold a list of texts. */
  public List<String> texts(String name) {
    List<?> values = required(name, List.class);
    return values.stream().map(String::valueOf).toList();
  }

  private <T> T required(String name, Class<T> type) {
    var value = variables.get(name);
    if (!type.isInstance(value)) {
      throw JobException.permanent(
          "Expected variable '%s' to be a %s, but it is %s"
              .formatted(name, wanted(type), value == null ? "missing" : "something else"));
    }
    return type.cast(value);
  }

  private static String wanted(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    return type == Map.class ? "context" : "list";
  }
}
