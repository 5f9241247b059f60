package uz.yagona.gateway.job;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.Variables;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** What REST and gRPC demand of job requests alike. */
public final class JobLimits {
  private static final int MOST_JOBS = 1_000;
  private static final int LONGEST_MESSAGE = 10_000;

  private JobLimits() {}

  /** The request, or an error that says what is wrong with it. */
  public static ActivateJobs checked(
      @Nullable String type,
      @Nullable String worker,
      @Nullable Long timeoutMillis,
      @Nullable Integer maxJobs,
      List<String> fetchVariables) {
    if (maxJobs == null || maxJobs < 1) {
      throw new InvalidRequestException(
          "Expected 'maxJobsToActivate' of 1 or more, but got %s".formatted(maxJobs));
    }
    return new ActivateJobs(
        Values.required("type", type),
        worker == null ? "" : worker,
        Values.positive("timeout", timeoutMillis),
        Math.min(maxJobs, MOST_JOBS),
        List.copyOf(fetchVariables));
  }

  /** A failure; long messages, such as stack traces, are cut. */
  public static FailJob failure(
      long jobKey,
      int retries,
      @Nullable String errorMessage,
      long backoffMillis,
      Variables variables) {
    if (backoffMillis < 0) {
      throw new InvalidRequestException(
          "Expected 'retryBackOff' of 0 milliseconds or more, but got %s".formatted(backoffMillis));
    }
    return new FailJob(
        jobKey,
        Math.max(retries, 0),
        shortened(errorMessage),
        Duration.ofMillis(backoffMillis),
        variables);
  }

  /** The message with at most 10,000 characters. */
  public static @Nullable String shortened(@Nullable String message) {
    return message == null || message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }
}
