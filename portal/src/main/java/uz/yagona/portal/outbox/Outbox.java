package uz.yagona.portal.outbox;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uz.yagona.portal.background.BackgroundLoop;

/** Takes messages for the engine in the transaction of the change they tell of. */
@Service
public class Outbox {
  private final OutboxRepository outbox;
  private final ObjectProvider<BackgroundLoop> publisher;
  private final Clock clock = Clock.systemUTC();

  Outbox(
      OutboxRepository outbox,
      @Qualifier("portalOutboxPublisher") ObjectProvider<BackgroundLoop> publisher) {
    this.outbox = outbox;
    this.publisher = publisher;
  }

  /** Adds a message, once for the same name and id; sent as soon as the transaction has ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(OutboxMessage message) {
    outbox.insert(message, clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            publisher.ifAvailable(BackgroundLoop::wake);
          }
        });
  }

  /** Messages that the engine has not acknowledged yet. */
  @Transactional(readOnly = true)
  public int waiting() {
    return outbox.countWaiting();
  }
}
