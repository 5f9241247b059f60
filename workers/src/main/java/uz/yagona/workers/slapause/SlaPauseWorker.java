package uz.yagona.workers.slapause;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.portal.PortalClient;

/** Stops the clock in the portal, which knows how long the applicant may take. */
@Component("workersSlaPause")
final class SlaPauseWorker implements JobTask {
  private final PortalClient portal;

  SlaPauseWorker(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public String type() {
    return "sla-pause";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("requestId", "askedFields");
  }

  @Override
  public RetryPolicy retryPolicy() {
    return PortalClient.RETRIES;
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var pause =
        portal.ask(
            Pause.class,
            Map.of("askedFields", job.texts("askedFields")),
            "/internal/requests/{requestId}/pause",
            job.text("requestId"));
    return Map.of("cureUntil", pause.cureUntil());
  }

  private record Pause(String cureUntil) {}
}
