package uz.yagona.workers.notify;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.portal.PortalClient;

/**
 * Asks the portal to tell the applicant; the portal knows the person, the language and the channel.
 * One element instance makes one notice.
 */
@Component("workersNotify")
final class NotifyWorker implements JobTask {
  private final PortalClient portal;

  NotifyWorker(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public String type() {
    return "notify";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("requestId");
  }

  @Override
  public RetryPolicy retryPolicy() {
    return PortalClient.RETRIES;
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    portal.post(
        new Notice(job.header("template"), Long.toString(job.elementInstanceKey())),
        "/internal/requests/{requestId}/notices",
        job.text("requestId"));
    return Map.of();
  }

  private record Notice(String template, String idempotencyKey) {}
}
