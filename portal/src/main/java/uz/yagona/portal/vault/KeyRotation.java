package uz.yagona.portal.vault;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/**
 * Puts another master key in the place of the active one while people work: both open, persons'
 * keys are wrapped anew in small transactions, and after a crash it goes on where it stood.
 */
@Service
public class KeyRotation {
  static final int BATCH = 100;
  private static final String OBJECT = "vault";
  private static final String SYSTEM = "system";

  private final Keyring ring;
  private final MasterRepository masters;
  private final SubjectRepository subjects;
  private final Rewrapping rewrapping;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  KeyRotation(
      Keyring ring,
      MasterRepository masters,
      SubjectRepository subjects,
      Rewrapping rewrapping,
      Journal journal,
      TransactionTemplate transaction) {
    this.ring = ring;
    this.masters = masters;
    this.subjects = subjects;
    this.rewrapping = rewrapping;
    this.journal = journal;
    this.transaction = transaction;
  }

  /** Master keys, newest first. */
  public List<MasterState> keys() {
    return masters.all();
  }

  /** How many persons' keys the active master key wraps, and how many others. */
  public Progress progress() {
    return subjects.progress(ring.active().fingerprint());
  }

  /**
   * @param done wrapped by the active master key
   * @param left wrapped by another one
   */
  public record Progress(long done, long left) {}

  public boolean isRunning() {
    return masters.readable().size() > 1;
  }

  /** Makes a key and lets it wrap from now on; false while another rotation runs. */
  public boolean start(String actor) {
    if (isRunning()) {
      return false;
    }
    var fresh = ring.create();
    transaction.executeWithoutResult(
        status -> {
          var before = masters.active().orElseThrow();
          masters.retireActive();
          masters.add(fresh.fingerprint(), clock.instant());
          note(actor, before, fresh.fingerprint(), "STARTED");
        });
    return true;
  }

  /** Wraps what is left, batch by batch, and then retires the old key. */
  void keepUp() {
    if (!isRunning()) {
      return;
    }
    var active = ring.active();
    Integer moved = BATCH;
    while (moved != null && moved > 0) {
      moved = transaction.execute(status -> rewrapping.batch(active, BATCH));
    }
    transaction.executeWithoutResult(
        status -> {
          if (subjects.progress(active.fingerprint()).left() == 0
              && masters.finishRetiring(clock.instant())) {
            note(SYSTEM, "", active.fingerprint(), "FINISHED");
          }
        });
  }

  private void note(String actor, String before, String after, String step) {
    journal.write(
        actor,
        Action.MASTER_KEY,
        OBJECT,
        Map.of("before.key", before, "after.key", after, "step", step));
  }
}
