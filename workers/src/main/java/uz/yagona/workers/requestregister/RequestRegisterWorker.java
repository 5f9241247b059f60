package uz.yagona.workers.requestregister;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.portal.PortalClient;

/** Lets the portal give the number; the portal gives it once, however often it is asked. */
@Component("workersRequestRegister")
final class RequestRegisterWorker implements JobTask {
  private final PortalClient portal;

  RequestRegisterWorker(PortalClient portal) {
    this.portal = portal;
  }

  @Override
  public String type() {
    return "request-register";
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
    var registered =
        portal.ask(
            Registered.class, null, "/internal/requests/{requestId}/number", job.text("requestId"));
    return Map.of("number", registered.number(), "filedAt", registered.filedAt());
  }

  private record Registered(String number, String filedAt) {}
}
