package uz.yagona.engine.api;

/** The worker's end of a job stream. */
@FunctionalInterface
public interface JobReceiver {

  /**
   * Takes a job; must not block. {@code false} means that the worker cannot take it now: the job
   * goes to others, and to this stream again after {@link JobStream#ready()}.
   */
  boolean offer(ActivatedJob job);
}
