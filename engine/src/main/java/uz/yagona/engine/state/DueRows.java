package uz.yagona.engine.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is due, read page by page, so that memory does not grow with what waits. */
public final class DueRows {
  private final Tables tables;

  DueRows(Tables tables) {
    this.tables = tables;
  }

  /** Timers whose time has come, earliest first. */
  public List<DueTimer> timers(Instant now, Collection<Long> postponed, int limit) {
    return tables.timers.due(now, postponed, limit);
  }

  /** The earliest timer after the given time. */
  public Optional<Instant> nextTimer(Instant after) {
    return tables.timers.next(after);
  }

  /** Keys of jobs whose back-off is over. */
  public List<Long> jobs(Instant now, int limit) {
    return tables.jobs.due(now, limit);
  }

  /** The earliest end of a back-off after the given time. */
  public Optional<Instant> nextJob(Instant after) {
    return tables.jobs.nextRetry(after);
  }

  /** Removes buffered messages whose time is over; gives their number. */
  public int expireMessages(Instant now, int limit) {
    return tables.messages.expire(now, limit);
  }

  public Optional<Instant> nextExpiry() {
    return tables.messages.nextExpiry();
  }

  /** What batches have left over, oldest first. */
  public List<FollowUpRow> followUps(Collection<Long> postponed, int limit) {
    return tables.followUps.oldest(postponed, limit);
  }

  /** Process instances with work that the engine has to continue by itself; root by key. */
  public Map<Long, Long> continuations() {
    return tables.elementInstances.continuations();
  }

  /** Keys of jobs that workers may have, leases aside, in the order of their creation. */
  public List<Long> activatableJobs(String type, long after, int limit) {
    return tables.jobs.activatable(type, after, limit);
  }

  /** The same of some processes alone. */
  public List<Long> activatableJobs(
      String type, Collection<String> processDefinitionIds, long after, int limit) {
    return tables.jobs.activatable(type, processDefinitionIds, after, limit);
  }
}
