package uz.yagona.workers.deadlinecalc;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.calendar.DeadlineArithmetic;
import uz.yagona.workers.calendar.Term;
import uz.yagona.workers.portal.PortalClient;

/** Counts the term of {@code sla.dmn} from the time of filing and tells the portal the deadline. */
@Component("workersDeadlineCalc")
final class DeadlineCalcWorker implements JobTask {
  private final DeadlineArithmetic arithmetic;
  private final PortalClient portal;

  DeadlineCalcWorker(DeadlineArithmetic arithmetic, PortalClient portal) {
    this.arithmetic = arithmetic;
    this.portal = portal;
  }

  @Override
  public String type() {
    return "deadline-calc";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("requestId", "filedAt", "sla");
  }

  @Override
  public RetryPolicy retryPolicy() {
    return PortalClient.RETRIES;
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var term = Term.of(job.context("sla"));
    var deadline = arithmetic.compute(instant(job.text("filedAt")), term);
    portal.put(
        deadline.report(term), "/internal/requests/{requestId}/deadline", job.text("requestId"));
    return deadline.variables();
  }

  private static Instant instant(String text) {
    try {
      return ZonedDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw JobException.permanent(
          "Expected variable 'filedAt' to be an ISO-8601 time with offset, but it is not");
    }
  }
}
