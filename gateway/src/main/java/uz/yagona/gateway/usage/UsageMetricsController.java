package uz.yagona.gateway.usage;

import io.camunda.client.protocol.rest.UsageMetricsResponse;
import io.camunda.client.protocol.rest.UsageMetricsResponseItem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.UsageMetrics;
import uz.yagona.engine.query.UsageMetrics.Usage;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Counts what was used; without a tenant's activity there is none. */
@Requires(resource = ResourceType.SYSTEM, permission = PermissionType.READ_USAGE_METRIC)
@RestController("gatewayUsageMetricsController")
final class UsageMetricsController {
  private final UsageMetrics metrics;

  UsageMetricsController(UsageMetrics metrics) {
    this.metrics = metrics;
  }

  @GetMapping("/v2/system/usage-metrics")
  UsageMetricsResponse usage(
      @RequestParam String startTime,
      @RequestParam String endTime,
      @RequestParam(required = false) @Nullable String tenantId,
      @RequestParam(defaultValue = "false") boolean withTenants) {
    var from = Values.time("startTime", startTime);
    var to = Values.time("endTime", endTime);
    if (to.isBefore(from)) {
      throw new InvalidRequestException(
          "Expected 'endTime' at or after 'startTime', but got %s and %s"
              .formatted(endTime, startTime));
    }
    var isKnown = tenantId == null || tenantId.equals(Values.TENANT);
    var usage = isKnown ? metrics.between(from, to) : Usage.NONE;
    var isActive = !usage.equals(Usage.NONE);
    var answer =
        new UsageMetricsResponse()
            .processInstances(usage.processInstances())
            .decisionInstances(usage.decisionInstances())
            .assignees(usage.assignees())
            .activeTenants(isActive ? 1L : 0L);
    if (withTenants) {
      answer.tenants(isActive ? Map.of(Values.TENANT, ofTenant(usage)) : Map.of());
    }
    return answer;
  }

  private static UsageMetricsResponseItem ofTenant(Usage usage) {
    return new UsageMetricsResponseItem()
        .processInstances(usage.processInstances())
        .decisionInstances(usage.decisionInstances())
        .assignees(usage.assignees());
  }
}
