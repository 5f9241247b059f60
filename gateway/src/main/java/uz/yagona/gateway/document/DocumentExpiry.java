package uz.yagona.gateway.document;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;

/**
 * Removes expired documents and links every few minutes. Nobody can read them in the meantime; two
 * nodes that do it at once do no harm.
 */
@Component("gatewayDocumentExpiry")
public final class DocumentExpiry implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(DocumentExpiry.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final int AT_ONCE = 100;

  private final DocumentRepository documents;
  private final Engine engine;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "gateway-document-expiry");
            thread.setDaemon(true);
            return thread;
          });

  DocumentExpiry(DocumentRepository documents, Engine engine) {
    this.documents = documents;
    this.engine = engine;
    var unused =
        scheduler.scheduleWithFixedDelay(
            this::run, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void run() {
    try {
      removeExpired();
    } catch (RuntimeException e) {
      log.warn("Expired documents stay for now: {}", e.toString());
    }
  }

  /** How many documents were removed. */
  public int removeExpired() {
    var removed = 0;
    int last;
    do {
      last = documents.deleteExpired(engine.clock().instant(), AT_ONCE);
      removed += last;
    } while (last == AT_ONCE);
    return removed;
  }

  @Override
  public void destroy() {
    scheduler.shutdownNow();
  }
}
