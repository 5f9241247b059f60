package uz.yagona.engine.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The BPMN engine on PostgreSQL. All methods may be called from any thread and never block.
 *
 * <p>A future completes after the commit that made its effect durable. It fails with {@link
 * RejectedException} when the command was not executed, or with {@link EngineUnavailableException}
 * when it is unknown whether it was. Cancelling a future does not take the command back.
 */
public interface Engine {

  /**
   * Executes one command.
   *
   * <p>Rejected with {@link RejectionType#RESOURCE_EXHAUSTED} while the queue is full and {@link
   * RejectionType#UNAVAILABLE} while this node is not the active one: both mean "not executed".
   */
  <R> CompletableFuture<R> submit(Command<R> command);

  /**
   * Leases jobs to a worker: at once when there are some, else as soon as there are, else an empty
   * list after {@code wait}. Zero or negative {@code wait} does not wait. Cancel the future when
   * the caller is gone: jobs are then left to others. Jobs that could not be handed over after
   * completion go back with {@link #giveBack}.
   */
  CompletableFuture<List<ActivatedJob>> activateJobs(ActivateJobs request, Duration wait);

  /** Ends the leases of jobs that never reached their worker; unknown keys are ignored. */
  void giveBack(Collection<Long> jobKeys);

  /** Pushes jobs to {@code receiver} as they appear, until the stream is closed. */
  JobStream openJobStream(ActivateJobs request, JobReceiver receiver);

  /** The clock that timers, time-outs and dates follow; {@link EngineClock} pins and resets it. */
  EngineClock clock();

  /** Pins the clock, durably; timers that became due fire before later commands. */
  CompletableFuture<Done> pinClock(Instant instant);

  /** Lets the clock follow the system's time again. */
  CompletableFuture<Done> resetClock();

  /**
   * A key no other row has; for rows that callers keep in the engine's schema.
   *
   * @throws RejectedException UNAVAILABLE while this node is not the active one
   */
  long newKey();

  /** Who this node is and whether it is the active one. */
  Topology topology();

  /** Removes every row of every instance and definition. For tests only. */
  CompletableFuture<Done> purge();
}
