package uz.yagona.portal.journal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.signing.SigningUnavailableException;
import uz.yagona.proof.Checkpoint;
import uz.yagona.proof.Entry;
import uz.yagona.proof.HashTree;
import uz.yagona.proof.ProofException;
import uz.yagona.proof.Timestamp;

/** Fixes the journal's state once an hour: a checkpoint, timestamped by the authority. */
@Service
public class Checkpoints {
  private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final int STAMPED_AT_ONCE = 24;
  private static final int NONCE_BITS = 64;

  private final CheckpointRepository checkpoints;
  private final JournalRepository chain;
  private final Journal journal;
  private final SigningClient signing;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();

  Checkpoints(
      CheckpointRepository checkpoints,
      JournalRepository chain,
      Journal journal,
      SigningClient signing,
      TransactionTemplate transaction) {
    this.checkpoints = checkpoints;
    this.chain = chain;
    this.journal = journal;
    this.signing = signing;
    this.transaction = transaction;
  }

  /** All of them, oldest first; they hold no personal value and may be published. */
  public List<Checkpoint> all() {
    return checkpoints.all();
  }

  /** Makes one when the last is an hour old, and asks for the timestamps that are missing. */
  void keepUp() {
    if (!checkpoints.lastMadeAt().plus(INTERVAL).isAfter(clock.instant())) {
      add();
    }
    stamp();
  }

  /** Makes one now, if there are new entries; its timestamp may follow later. */
  public void make() {
    add();
    stamp();
  }

  /**
   * As {@link #make}, with its timestamp.
   *
   * @throws SigningUnavailableException when the authority does not answer
   */
  void makeStamped() {
    make();
    if (!checkpoints.unstamped(1).isEmpty()) {
      throw new SigningUnavailableException(
          "a timestamp of the journal", new IllegalStateException("no token"));
    }
  }

  private void add() {
    journal.seal();
    transaction.executeWithoutResult(
        status -> {
          chain.lock();
          var last = checkpoints.last();
          var firstSeq = last.map(one -> one.seq() + 1).orElse(1L);
          var hashes = chain.hashesFrom(firstSeq);
          if (!hashes.isEmpty()) {
            checkpoints.insert(
                new Checkpoint(
                    firstSeq,
                    firstSeq + hashes.size() - 1,
                    hashes.get(hashes.size() - 1),
                    HashTree.root(hashes),
                    last.map(Checkpoint::digest).orElse(Entry.genesis()),
                    null),
                clock.instant());
          }
        });
  }

  private void stamp() {
    for (var checkpoint : checkpoints.unstamped(STAMPED_AT_ONCE)) {
      try {
        var request = Timestamp.request(checkpoint.digest(), new BigInteger(NONCE_BITS, random));
        var token = Timestamp.token(signing.timestamp(request));
        Timestamp.check(token, checkpoint.digest(), List.of());
        checkpoints.putToken(checkpoint.seq(), token);
      } catch (SigningUnavailableException | ProofException e) {
        log.warn(
            "Expected a timestamp of the journal up to entry {}, but {}; it is asked for again",
            checkpoint.seq(),
            e.getMessage());
        return;
      }
    }
  }
}
