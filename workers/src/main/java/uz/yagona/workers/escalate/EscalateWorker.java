package uz.yagona.workers.escalate;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.client.RetryPolicy;
import uz.yagona.workers.portal.PortalClient;

/**
 * Asks {@code escalation.dmn} who is told at this level, and lets the portal tell them. A level is
 * told once per request, also when a pause makes its timer fire again.
 */
@Component("workersEscalate")
final class EscalateWorker implements JobTask {
  private static final String DECISION = "escalation";

  private final CamundaClient client;
  private final PortalClient portal;

  EscalateWorker(CamundaClient client, PortalClient portal) {
    this.client = client;
    this.portal = portal;
  }

  @Override
  public String type() {
    return "escalate";
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
    var requestId = job.text("requestId");
    var level = level(job);
    var step = step(job.header("process"), level);
    portal.post(
        new Escalation(
            level,
            step.recipient(),
            step.overdue(),
            "%s:escalation:%d".formatted(requestId, level)),
        "/internal/requests/{requestId}/escalations",
        requestId);
    return Map.of();
  }

  private static int level(JobContext job) {
    var level = job.header("level");
    if (!level.matches("\\d{1,3}")) {
      throw JobException.permanent(
          "Expected header 'level' to be a number, but it is '%s'".formatted(level));
    }
    return Integer.parseInt(level);
  }

  private Step step(String process, int level) {
    var output = evaluate(process, level);
    var step =
        output == null
            ? null
            : client.getConfiguration().getJsonMapper().fromJson(output, Step.class);
    if (step == null) {
      throw JobException.permanent(
          "Expected decision '%s' to name a recipient for %s at level %d, but no rule matches"
              .formatted(DECISION, process, level));
    }
    return step;
  }

  private @Nullable String evaluate(String process, int level) {
    try {
      return client
          .newEvaluateDecisionCommand()
          .decisionId(DECISION)
          .variables(Map.of("processId", process, "level", level))
          .send()
          .join()
          .getDecisionOutput();
    } catch (ClientException e) {
      throw JobException.temporary(
          "Expected the engine to evaluate decision '%s', but it did not".formatted(DECISION), e);
    }
  }

  private record Step(String recipient, boolean overdue) {}

  private record Escalation(int level, String recipient, boolean overdue, String idempotencyKey) {}
}
