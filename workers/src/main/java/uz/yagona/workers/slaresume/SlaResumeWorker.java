package uz.yagona.workers.slaresume;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.calendar.Deadline;
import uz.yagona.workers.calendar.DeadlineArithmetic;
import uz.yagona.workers.calendar.Term;
import uz.yagona.workers.portal.PortalClient;

/** Restarts the clock in the portal and moves the deadline by what the pause took. */
@Component("workersSlaResume")
final class SlaResumeWorker implements JobTask {
  private final DeadlineArithmetic arithmetic;
  private final PortalClient portal;

  SlaResumeWorker(DeadlineArithmetic arithmetic, PortalClient portal) {
    this.arithmetic = arithmetic;
    this.portal = portal;
  }

  @Override
  public String type() {
    return "sla-resume";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("requestId", "dueAt", "at50", "at80", "sla");
  }

  @Override
  public RetryPolicy retryPolicy() {
    return PortalClient.RETRIES;
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var requestId = job.text("requestId");
    var term = Term.of(job.context("sla"));
    var before = new Deadline(time(job, "dueAt"), time(job, "at50"), time(job, "at80"));
    var pause = portal.ask(Pause.class, null, "/internal/requests/{requestId}/resume", requestId);
    var resumedAt = pause.resumedAt().toInstant();
    var after =
        arithmetic.resume(
            before, term.unit(), resumedAt.minusSeconds(pause.pausedSeconds()), resumedAt);
    portal.put(after.report(term), "/internal/requests/{requestId}/deadline", requestId);
    return after.variables();
  }

  private static ZonedDateTime time(JobContext job, String variable) {
    try {
      return ZonedDateTime.parse(job.text(variable));
    } catch (DateTimeParseException e) {
      throw JobException.permanent(
          "Expected variable '%s' to be an ISO-8601 time with offset, but it is not"
              .formatted(variable));
    }
  }

  private record Pause(long pausedSeconds, OffsetDateTime resumedAt) {}
}
