package uz.yagona.gateway.problem;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which parts of the API this engine does not have, instead of "not found". */
@RestController("gatewayAbsentController")
@RequestMapping("/v2")
@SuppressWarnings("DoNotCallSuggester")
final class AbsentController {

  @RequestMapping({
    "/users/**",
    "/groups/**",
    "/roles/**",
    "/tenants/**",
    "/mapping-rules/**",
    "/authorizations/**",
    "/setup/**"
  })
  void identity() {
    throw new NotSupportedException(
        "Users, groups, roles, tenants and authorizations are not kept by this engine;"
            + " its callers are those of the installation");
  }

  @RequestMapping({"/audit-logs/**", "/user-tasks/{userTaskKey}/audit-logs/search"})
  void auditLogs() {
    throw new NotSupportedException("This engine keeps no audit log of its own");
  }

  @RequestMapping({"/cluster-variables/**", "/global-task-listeners/**"})
  void clusterWide() {
    throw new NotSupportedException(
        "Cluster variables and global task listeners are not supported by this engine");
  }

  @RequestMapping({"/system/**", "/usage-metrics/**"})
  void system() {
    throw new NotSupportedException("Usage metrics are not kept by this engine");
  }
}
