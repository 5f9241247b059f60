package uz.yagona.engine.handler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which worker holds a job, as far as this node knows. */
public interface Leases {

  /** A worker's hold on a job. */
  record Lease(String worker, Instant deadline) {}

  /** {@code null} when nobody holds the job. */
  @Nullable Lease of(long jobKey);

  /** Lets the holder keep the job until then. */
  void extend(long jobKey, Instant deadline);
}
