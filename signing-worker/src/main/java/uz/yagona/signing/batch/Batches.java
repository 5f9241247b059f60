package uz.yagona.signing.batch;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.signing.pki.TrustedTime;

/** The register of batches. */
@Service
class Batches {
  private final BatchRepository batches;
  private final BatchItemRepository items;
  private final TransactionTemplate transaction;
  private final TrustedTime time;

  Batches(
      BatchRepository batches,
      BatchItemRepository items,
      PlatformTransactionManager transactions,
      TrustedTime time) {
    this.batches = batches;
    this.items = items;
    this.transaction = new TransactionTemplate(transactions);
    this.time = time;
  }

  /** Puts the documents on record unless the batch is known: then what it has done counts. */
  void open(long key, String signer, List<BatchItem> documents) {
    transaction.executeWithoutResult(
        status -> {
          if (batches.add(key, signer, time.now())) {
            documents.forEach(item -> items.add(key, item));
          }
        });
  }

  /** The next document that waits behind a position; empty while the batch is paused. */
  Optional<BatchItem> next(long key, int after) {
    return batches.isPaused(key).orElse(true) ? Optional.empty() : items.next(key, after);
  }

  void signed(long key, BatchItem item) {
    items.signed(key, item.position());
  }

  void refused(long key, BatchItem item, String code) {
    items.refused(key, item.position(), code);
  }

  /** {@code false} when there is no such batch. */
  boolean pause(long key, boolean paused) {
    return batches.pause(key, paused);
  }

  /** Empty when there is no such batch. */
  Optional<BatchProgress> progress(long key) {
    return batches
        .isPaused(key)
        .map(
            paused -> {
              var counts = items.counts(key);
              var signed = counts.getOrDefault(BatchItemRepository.State.SIGNED, 0);
              var refused = counts.getOrDefault(BatchItemRepository.State.REFUSED, 0);
              var waiting = counts.getOrDefault(BatchItemRepository.State.WAITING, 0);
              var total = signed + refused + waiting;
              return new BatchProgress(
                  key, paused, total, signed, refused, waiting, items.refusals(key));
            });
  }
}
