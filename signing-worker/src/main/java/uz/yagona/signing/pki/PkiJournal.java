package uz.yagona.signing.pki;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** The journal of what is done to certificates and keys: only added to, chained by hashes. */
public final class PkiJournal {
  static final String SYSTEM = "system";
  private static final int PAGE = 1000;

  private final PkiEventRepository events;
  private final TrustedTime time;
  private final TransactionOperations transaction;

  PkiJournal(PkiEventRepository events, TrustedTime time, TransactionOperations transaction) {
    this.events = events;
    this.time = time;
    this.transaction = transaction;
  }

  /** Adds an entry, in the running transaction if there is one. */
  public void write(String actor, String action, String object, String detail) {
    transaction.executeWithoutResult(
        status -> events.append(time.now(), actor, action, object, detail));
  }

  /** Entries behind a position, at most 1,000. */
  public List<PkiEvent> after(long position) {
    return events.after(position, PAGE);
  }

  /**
   * Entries before a position, the newest first.
   *
   * @param object serial number or id that they are about; {@code null} for all
   */
  public List<PkiEvent> before(long position, int limit, @Nullable String object) {
    return events.before(position, Math.min(limit, PAGE), object);
  }

  /** Position of the first entry that was changed, removed or put in; empty when all is well. */
  public OptionalLong firstBroken() {
    var position = 0L;
    var hash = PkiEvent.START;
    while (true) {
      var page = events.after(position, PAGE);
      for (var event : page) {
        if (!event.follows(position, hash)) {
          return OptionalLong.of(position + 1);
        }
        position = event.position();
        hash = event.hash();
      }
      if (page.size() < PAGE) {
        return OptionalLong.empty();
      }
    }
  }
}
