package uz.yagona.engine.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** History: a worker told that a job failed, or threw an error. */
public final class JobFailure extends Row {
  private final JobRow job;
  private final @Nullable String worker;
  private final @Nullable String errorCode;
  private final @Nullable String errorMessage;
  private final Instant time;

  /**
   * @param errorCode of a thrown error; {@code null} when the job may be tried again
   */
  public JobFailure(
      JobRow job, @Nullable String errorCode, @Nullable String errorMessage, Instant time) {
    super(job.key());
    this.job = job;
    this.worker = job.worker.get();
    this.errorCode = errorCode;
    this.errorMessage = errorMessage;
    this.time = time;
  }

  JobRow job() {
    return job;
  }

  @Nullable String worker() {
    return worker;
  }

  @Nullable String errorCode() {
    return errorCode;
  }

  @Nullable String errorMessage() {
    return errorMessage;
  }

  Instant time() {
    return time;
  }
}
