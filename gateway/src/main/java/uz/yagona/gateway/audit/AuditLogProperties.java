package uz.yagona.gateway.audit;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uz.yagona.gateway.access.Caller;

/**
 * What the audit log of the API keeps.
 *
 * @param enabled whether there is an audit log; {@code true} by default
 * @param userCategories categories of operations of users that are kept: {@code ADMIN}, {@code
 *     DEPLOYED_RESOURCES}, {@code USER_TASKS}; all of them by default
 * @param clientCategories the same for clients, such as portal and workers of the installation;
 *     none by default
 * @param retention how long entries are kept; 365 days by default
 */
@ConfigurationProperties("yagona.gateway.audit-log")
public record AuditLogProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue({"ADMIN", "DEPLOYED_RESOURCES", "USER_TASKS"}) Set<AuditCategory> userCategories,
    @DefaultValue Set<AuditCategory> clientCategories,
    @DefaultValue("365d") Duration retention) {

  /** Checks what would remove everything. */
  public AuditLogProperties {
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException(
          "Expected yagona.gateway.audit-log.retention of more than nothing, but it is "
              + retention);
    }
  }

  boolean keeps(Caller.Type type, AuditCategory category) {
    return enabled
        && (type == Caller.Type.USER ? userCategories : clientCategories).contains(category);
  }
}
