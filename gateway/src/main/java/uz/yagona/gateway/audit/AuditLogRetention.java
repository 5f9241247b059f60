package uz.yagona.gateway.audit;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.retention.Removal;

/** Removes old entries. */
@Component("gatewayAuditLogRetention")
public final class AuditLogRetention implements DisposableBean {
  private static final int AT_ONCE = 1_000;

  private final Removal removal;

  AuditLogRetention(AuditLogRepository entries, AuditLogProperties properties, Engine engine) {
    removal =
        new Removal(
            "Old entries of the audit log",
            "gateway-audit-log-retention",
            AT_ONCE,
            limit -> {
              var before = engine.clock().instant().minus(properties.retention());
              return entries.deleteOld(before, limit);
            });
  }

  /** How many entries were removed. */
  public int removeOld() {
    return removal.all();
  }

  @Override
  public void destroy() {
    removal.close();
  }
}
