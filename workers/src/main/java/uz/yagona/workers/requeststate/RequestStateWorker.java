package uz.yagona.workers.requeststate;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.portal.PortalClient;

/** Puts the state of a request in the portal. */
@Component("workersRequestState")
final class RequestStateWorker implements JobTask {
  private final PortalClient portal;

  RequestStateWorker(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public String type() {
    return "request-state";
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
    portal.put(
        Map.of("state", job.header("state")),
        "/internal/requests/{requestId}/state",
        job.text("requestId"));
    return Map.of();
  }
}
