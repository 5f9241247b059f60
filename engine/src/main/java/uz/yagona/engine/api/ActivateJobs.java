package uz.yagona.engine.api;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a worker asks for.
 *
 * @param timeout length of the lease
 * @param fetchVariables names of the variables to hand out; empty means all visible ones
 * @param processDefinitionIds only jobs of these processes; {@code null} means of any
 */
public record ActivateJobs(
    String type,
    String worker,
    Duration timeout,
    int maxJobs,
    List<String> fetchVariables,
    @Nullable Set<String> processDefinitionIds) {

  /** Jobs of any process. */
  public ActivateJobs(
      String type, String worker, Duration timeout, int maxJobs, List<String> fetchVariables) {
    this(type, worker, timeout, maxJobs, fetchVariables, null);
  }

  /** The same request for jobs of these processes alone. */
  public ActivateJobs only(@Nullable Set<String> ids) {
    return new ActivateJobs(type, worker, timeout, maxJobs, fetchVariables, ids);
  }

  /** Whether jobs of the process may be handed out. */
  public boolean takes(String processDefinitionId) {
    return processDefinitionIds == null || processDefinitionIds.contains(processDefinitionId);
  }
}
