package uz.yagona.engine.job;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.handler.Leases;
import uz.yagona.engine.job.JobQueues.Wanted;
import uz.yagona.engine.state.JobRow;
import uz.yagona.engine.state.Needs;
import uz.yagona.engine.state.Store;

/** Brings workers and jobs together, after each commit. Used by the writer thread alone. */
public final class JobDesk {
  private final Store store;
  private final ActivatedJobs activated;
  private final ObjIntConsumer<String> handedOut;
  private final LeaseTable leases = new LeaseTable();
  private final JobQueues queues;
  private final Map<Wanted, ArrayDeque<Taker>> takers = new LinkedHashMap<>();

  /** Taken out of the queues while jobs are looked up for them. */
  private final List<Taker> served = new ArrayList<>();

  /**
   * @param handedOut is told of job types and of how many jobs went to a worker
   */
  public JobDesk(Store store, ActivatedJobs activated, ObjIntConsumer<String> handedOut) {
    this.store = store;
    this.queues = new JobQueues(store.due());
    this.activated = activated;
    this.handedOut = handedOut;
  }

  /** Jobs with those who have them. */
  private record Assignment(Taker taker, List<Long> keys) {}

  public Leases leases() {
    return leases;
  }

  /** Someone wants jobs. */
  public void add(Taker taker) {
    takers.computeIfAbsent(Wanted.by(taker.request()), key -> new ArrayDeque<>()).add(taker);
  }

  /** The batch has made or changed these jobs. */
  public void written(Collection<JobRow> jobs) {
    for (var job : jobs) {
      if (!job.isOpen()) {
        leases.remove(job.key());
      } else if (job.state() == JobRow.State.CREATED) {
        if (job.isActivatable()) {
          queues.created(job);
        }
      } else {
        changed(job);
      }
    }
  }

  private void changed(JobRow job) {
    if (job.state() == JobRow.State.FAILED || !job.isActivatable()) {
      leases.remove(job.key());
    }
    if (job.isActivatable() && leases.of(job.key()) == null) {
      queues.returned(LeaseTable.Work.of(job), job.key());
    }
  }

  /** Ends leases whose time is over, and polls that have waited long enough. */
  public void expire(Instant now, long nanoTime) {
    for (var expired : leases.expire(now)) {
      queues.returned(expired.work(), expired.jobKey());
    }
    takers.values().forEach(queue -> queue.removeIf(taker -> taker.isOver(nanoTime)));
    takers
        .entrySet()
        .removeIf(
            entry -> {
              var isEmpty = entry.getValue().isEmpty();
              if (isEmpty) {
                queues.forget(entry.getKey());
              }
              return isEmpty;
            });
  }

  /** The jobs did not reach their worker. */
  public void giveBack(Collection<Long> jobKeys) {
    for (var key : jobKeys) {
      var held = leases.remove(key);
      if (held != null) {
        queues.returned(held.work(), key);
      }
    }
  }

  public Optional<Instant> nextDeadline() {
    return leases.nextDeadline();
  }

  /** Nanoseconds until the next poll has waited long enough. */
  public long nanosToNextPollEnd(long now) {
    return takers.values().stream()
        .flatMap(Collection::stream)
        .filter(PollTaker.class::isInstance)
        .mapToLong(taker -> ((PollTaker) taker).deadline() - now)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Every job is gone; those who wait go on waiting. */
  public void clear() {
    queues.clear();
    leases.clear();
  }

  /** This node is no longer the active one. */
  public void end(RuntimeException reason) {
    takers.values().forEach(queue -> queue.forEach(taker -> taker.end(reason)));
    served.forEach(taker -> taker.end(reason));
  }

  // hand out --------------------------------------------------------------------------------------

  /** Hands ready jobs to those who wait; {@code false} when there was nothing to hand out. */
  public boolean serve(Instant now) {
    served.clear();
    var assignments = assign();
    if (assignments.isEmpty()) {
      return false;
    }
    var needs = new Needs();
    assignments.forEach(assignment -> assignment.keys().forEach(needs::row));
    store.load(needs);
    assignments.forEach(assignment -> hand(assignment, now));
    return true;
  }

  private List<Assignment> assign() {
    var assignments = new ArrayList<Assignment>();
    for (var entry : takers.entrySet()) {
      assign(entry.getValue(), queues.of(entry.getKey()), assignments);
    }
    return assignments;
  }

  private void assign(ArrayDeque<Taker> queue, ReadyJobs jobs, List<Assignment> assignments) {
    var idle = new ArrayList<Taker>();
    for (var taker = queue.poll(); taker != null; taker = queue.poll()) {
      served.add(taker);
      var keys = capacityKeys(taker, jobs);
      if (keys == null) {
        continue;
      }
      if (!keys.isEmpty()) {
        assignments.add(new Assignment(taker, keys));
      }
      if (keys.isEmpty() || taker instanceof StreamTaker) {
        idle.add(taker);
      }
      if (keys.isEmpty() && taker.capacity() > 0) {
        break;
      }
    }
    idle.addAll(queue);
    queue.clear();
    queue.addAll(rotated(idle, assignments));
  }

  /** Those who got jobs go to the end, so that others get the next ones. */
  private static List<Taker> rotated(List<Taker> idle, List<Assignment> assignments) {
    Set<Taker> lucky = new LinkedHashSet<>();
    assignments.forEach(assignment -> lucky.add(assignment.taker()));
    var order = new ArrayList<Taker>();
    idle.stream().filter(taker -> !lucky.contains(taker)).forEach(order::add);
    idle.stream().filter(lucky::contains).forEach(order::add);
    return order;
  }

  private @Nullable List<Long> capacityKeys(Taker taker, ReadyJobs jobs) {
    var capacity = taker.capacity();
    if (capacity < 0) {
      return null;
    }
    var keys = new ArrayList<Long>();
    while (keys.size() < capacity) {
      var key = jobs.poll();
      if (key == null) {
        break;
      }
      if (leases.of(key) == null) {
        keys.add(key);
      }
    }
    return keys;
  }

  private boolean mayBeHanded(JobRow job, ActivateJobs request) {
    return job.isActivatable()
        && leases.of(job.key()) == null
        && request.takes(job.process().definition().id());
  }

  private void hand(Assignment assignment, Instant now) {
    var taker = assignment.taker();
    var request = taker.request();
    var deadline = now.plus(request.timeout());
    var jobs = new ArrayList<ActivatedJob>();
    for (var key : assignment.keys()) {
      var job = store.find(JobRow.class, key);
      if (job != null && mayBeHanded(job, request)) {
        leases.add(key, LeaseTable.Work.of(job), new Leases.Lease(request.worker(), deadline));
        jobs.add(activated.of(job, request, deadline));
      }
    }
    if (jobs.isEmpty()) {
      if (taker instanceof PollTaker) {
        add(taker);
      }
      return;
    }
    var refused = taker.take(jobs);
    handedOut.accept(request.type(), jobs.size() - refused.size());
    giveBack(refused);
  }
}
