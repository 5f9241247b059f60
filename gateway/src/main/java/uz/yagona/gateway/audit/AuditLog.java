package uz.yagona.gateway.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.CurrentCaller;

/**
 * Takes entries. {@link #record} writes at once, within the transaction of a change; {@link #write}
 * writes in groups on a thread of its own, so that many waiting callers cost one commit.
 */
@Component("gatewayAuditLog")
public final class AuditLog implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
  private static final int AT_ONCE = 500;

  private final AuditLogRepository entries;
  private final AuditLogProperties properties;
  private final Engine engine;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread thread;

  AuditLog(AuditLogRepository entries, AuditLogProperties properties, Engine engine) {
    this.entries = entries;
    this.properties = properties;
    this.engine = engine;
    thread = new Thread(this::run, "gateway-audit-log");
    thread.setDaemon(true);
    thread.start();
  }

  /** Entries of one operation whose caller waits. */
  private record Waiting(List<AuditEntry> entries, CompletableFuture<Void> written) {}

  /** Whether operations of this kind by this caller are kept. */
  public boolean keeps(Caller caller, AuditCategory category) {
    return properties.keeps(caller.type(), category);
  }

  /** Writes an entry of the current caller if it is to be kept. Call inside a transaction. */
  public void record(AuditEntry entry) {
    var caller = CurrentCaller.get();
    if (keeps(caller, entry.category())) {
      entries.insert(List.of(entry.by(caller, engine.clock().instant())));
    }
  }

  /**
   * Writes entries of an operation that was executed.
   *
   * @return done when the entries are durable; fails with {@link EngineUnavailableException} when
   *     they could not be written, because the caller must not take the operation for recorded
   */
  public CompletableFuture<Void> write(Caller caller, List<AuditEntry> done) {
    var now = engine.clock().instant();
    done.forEach(entry -> entry.by(caller, now));
    var waiting = new Waiting(done, new CompletableFuture<>());
    queue.add(waiting);
    return waiting.written();
  }

  private void run() {
    var group = new ArrayList<Waiting>();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        group.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(group, AT_ONCE - 1);
      write(group);
      group.clear();
    }
  }

  private void write(List<Waiting> group) {
    try {
      entries.insert(group.stream().flatMap(waiting -> waiting.entries().stream()).toList());
      group.forEach(waiting -> waiting.written().complete(null));
    } catch (RuntimeException e) {
      log.error("{} operations were executed but stand in no audit log", group.size(), e);
      var unknown = new EngineUnavailableException("The audit log was not written", e);
      group.forEach(waiting -> waiting.written().completeExceptionally(unknown));
    }
  }

  /** Writes what still waits. */
  @Override
  public void destroy() throws InterruptedException {
    thread.interrupt();
    thread.join();
    var rest = new ArrayList<Waiting>();
    queue.drainTo(rest);
    if (!rest.isEmpty()) {
      write(rest);
    }
  }
}
