package uz.yagona.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one job type does. Each bean of this interface gets a job worker.
 *
 * <p>A job runs at least once: when its completion is lost or comes after {@link #lockFor()}, it
 * runs again. So an implementation must give the same effect when it runs twice.
 */
public interface JobTask {

  /** The job type, as in {@code zeebe:taskDefinition}. */
  String type();

  /** Names of the variables that {@link #handle} reads; an empty list fetches all. */
  List<String> fetchVariables();

  /**
   * Does the work and gives the variables to merge into the process instance.
   *
   * @throws BpmnErrorException for an outcome that the model handles
   * @throws JobException for a failure that an operator may read
   */
  Map<String, Object> handle(JobContext job);

  /** How long the engine keeps the job for this worker before it gives it to another one. */
  default Duration lockFor() {
    return Duration.ofMinutes(2);
  }

  /** How many jobs may be fetched and not yet answered. */
  default int maxJobsActive() {
    return 32;
  }

  /** How failures are repeated. */
  default RetryPolicy retryPolicy() {
    return RetryPolicy.STANDARD;
  }
}
