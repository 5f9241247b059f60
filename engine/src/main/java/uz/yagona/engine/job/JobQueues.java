package uz.yagona.engine.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.job.LeaseTable.Work;
import uz.yagona.engine.state.DueRows;
import uz.yagona.engine.state.JobRow;

/**
 * Ready jobs by type: one queue for workers that take jobs of any process, and one more for each
 * set of processes that waiting workers are limited to. A job may stand in several of them; its
 * lease tells that it is taken.
 */
final class JobQueues {
  private final DueRows due;
  private final Map<String, ReadyJobs> any = new HashMap<>();
  private final Map<Wanted, ReadyJobs> limited = new HashMap<>();

  JobQueues(DueRows due) {
    this.due = due;
  }

  /**
   * What takers wait for.
   *
   * @param processes ids of processes; {@code null} means any
   */
  record Wanted(String type, @Nullable Set<String> processes) {
    static Wanted by(ActivateJobs request) {
      return new Wanted(request.type(), request.processDefinitionIds());
    }

    private boolean isMetBy(Work work) {
      return type.equals(work.type())
          && (processes == null || processes.contains(work.processId()));
    }
  }

  ReadyJobs of(Wanted wanted) {
    var type = wanted.type();
    var processes = wanted.processes();
    return processes == null
        ? any.computeIfAbsent(
            type, name -> new ReadyJobs((after, limit) -> due.activatableJobs(name, after, limit)))
        : limited.computeIfAbsent(
            wanted,
            key ->
                new ReadyJobs(
                    (after, limit) -> due.activatableJobs(type, processes, after, limit)));
  }

  /** Nobody waits for these any more. */
  void forget(Wanted wanted) {
    limited.remove(wanted);
  }

  void clear() {
    any.clear();
    limited.clear();
  }

  /** A new job was committed. */
  void created(JobRow job) {
    var queue = any.get(job.type());
    if (queue != null) {
      queue.created(job.key());
    }
    limitedFor(Work.of(job)).forEach(jobs -> jobs.created(job.key()));
  }

  /** A job may be handed out again; it goes first. */
  void returned(Work work, long key) {
    var queue = any.get(work.type());
    if (queue != null) {
      queue.returned(key);
    }
    limitedFor(work).forEach(jobs -> jobs.returned(key));
  }

  private Stream<ReadyJobs> limitedFor(Work work) {
    return limited.entrySet().stream()
        .filter(entry -> entry.getKey().isMetBy(work))
        .map(Map.Entry::getValue);
  }
}
