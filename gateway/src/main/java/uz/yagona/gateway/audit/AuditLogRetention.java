package uz.yagona.gateway.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;

/** Removes old entries every few minutes, some at a time; nodes that do it at once do no harm. */
@Component("gatewayAuditLogRetention")
public final class AuditLogRetention implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(AuditLogRetention.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 1_000;

  private final AuditLogRepository entries;
  private final AuditLogProperties properties;
  private final Engine engine;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "gateway-audit-log-retention");
            thread.setDaemon(true);
            return thread;
          });

  AuditLogRetention(AuditLogRepository entries, AuditLogProperties properties, Engine engine) {
    this.entries = entries;
    this.properties = properties;
    this.engine = engine;
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::run, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void run() {
    try {
      removeOld();
    } catch (RuntimeException e) {
      log.warn("Old entries of the audit log stay for now: {}", e.toString());
    }
  }

  /** How many entries were removed. */
  public int removeOld() {
    var before = engine.clock().instant().minus(properties.retention());
    var removed = 0;
    int last;
    do {
      last = entries.deleteOld(before, AT_ONCE);
      removed += last;
    } while (last == AT_ONCE);
    return removed;
  }

  @Override
  public void destroy() {
    scheduler.shutdownNow();
  }
}
