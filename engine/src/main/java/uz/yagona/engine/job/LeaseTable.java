package uz.yagona.engine.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.handler.Leases;
import uz.yagona.engine.state.JobRow;

/** Which worker holds which job until when. Gone after a crash: jobs are then handed out again. */
final class LeaseTable implements Leases {
  private record Deadline(long jobKey, Instant at) {}

  /** What decides who may take a job: its type and the id of its process. */
  record Work(String type, String processId) {
    static Work of(JobRow job) {
      return new Work(job.type(), job.process().definition().id());
    }
  }

  /** A lease with the work it is for. */
  record Held(Work work, Lease lease) {}

  /** A lease that is over. */
  record Expired(long jobKey, Work work) {}

  private final Map<Long, Held> held = new HashMap<>();
  private final PriorityQueue<Deadline> deadlines =
      new PriorityQueue<>(Comparator.comparing(Deadline::at));

  void add(long jobKey, Work work, Lease lease) {
    held.put(jobKey, new Held(work, lease));
    deadlines.add(new Deadline(jobKey, lease.deadline()));
  }

  @Nullable Held remove(long jobKey) {
    return held.remove(jobKey);
  }

  @Override
  public @Nullable Lease of(long jobKey) {
    var entry = held.get(jobKey);
    return entry == null ? null : entry.lease();
  }

  @Override
  public void extend(long jobKey, Instant deadline) {
    var entry = held.get(jobKey);
    if (entry != null) {
      add(jobKey, entry.work(), new Lease(entry.lease().worker(), deadline));
    }
  }

  /** Ends the leases whose time is over. */
  List<Expired> expire(Instant now) {
    var expired = new ArrayList<Expired>();
    for (var next = deadlines.peek();
        next != null && !next.at().isAfter(now);
        next = deadlines.peek()) {
      deadlines.remove();
      var entry = held.get(next.jobKey());
      if (entry != null && entry.lease().deadline().equals(next.at())) {
        held.remove(next.jobKey());
        expired.add(new Expired(next.jobKey(), entry.work()));
      }
    }
    return expired;
  }

  void clear() {
    held.clear();
    deadlines.clear();
  }

  Optional<Instant> nextDeadline() {
    var next = deadlines.peek();
    while (next != null && isStale(next)) {
      deadlines.remove();
      next = deadlines.peek();
    }
    return Optional.ofNullable(next).map(Deadline::at);
  }

  private boolean isStale(Deadline deadline) {
    var entry = held.get(deadline.jobKey());
    return entry == null || !entry.lease().deadline().equals(deadline.at());
  }
}
