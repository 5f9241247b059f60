package uz.yagona.portal.journal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.portal.json.Json;
import uz.yagona.proof.Entry;
import uz.yagona.proof.Link;

/**
 * The journal. An entry is written in the caller's transaction and chained shortly after by one
 * writer; every reading method chains what waits first, so it misses nothing. Times are real, also
 * when the portal's clock is pinned.
 */
@Service
public class Journal {
  private static final int BATCH = 500;
  private static final List<Action> READS =
      List.of(Action.READ_PERSONAL, Action.DOWNLOAD, Action.ERASE_PERSONAL, Action.BREAK_GLASS);

  private final JournalIntakeRepository intake;
  private final JournalRepository chain;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  Journal(
      JournalIntakeRepository intake, JournalRepository chain, TransactionTemplate transaction) {
    this.intake = intake;
    this.chain = chain;
    this.transaction = transaction;
  }

  /**
   * Notes what {@code actor} did to {@code object}; details hold codes, never personal values. Keys
   * {@code before.*} and {@code after.*} tell what changed, personal values as keyed hashes.
   *
   * @throws IllegalArgumentException when an action that changes something tells neither
   */
  public void write(String actor, Action action, String object, Map<String, String> detail) {
    write(actor, action, object, detail, null);
  }

  /**
   * As the other one; {@code subjectId} is the person whose data were touched and who may see it.
   */
  public void write(
      String actor,
      Action action,
      String object,
      Map<String, String> detail,
      @Nullable UUID subjectId) {
    requireChange(action, detail);
    intake.add(
        new NewEntry(
            0,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            action.name(),
            object,
            Json.write(new TreeMap<>(detail)),
            subjectId));
  }

  private static void requireChange(Action action, Map<String, String> detail) {
    if (action.changes() && detail.keySet().stream().noneMatch(key -> key.startsWith("after."))) {
      throw new IllegalArgumentException(
          "Expected before and after of %s, but found %s".formatted(action, detail.keySet()));
    }
  }

  /** Chains what waits. */
  void seal() {
    while (sealBatch() == BATCH) {
      // more may wait
    }
  }

  private int sealBatch() {
    Integer sealed =
        transaction.execute(
            status -> {
              chain.lock();
              var links = intake.take(BATCH);
              if (!links.isEmpty()) {
                append(links);
              }
              return links.size();
            });
    return sealed == null ? 0 : sealed;
  }

  private void append(List<NewEntry> links) {
    var last = chain.last();
    var seq = last.map(JournalEntry::seq).orElse(0L);
    var hash = last.map(JournalEntry::hash).orElse(Entry.genesis());
    var entries = new ArrayList<JournalEntry>();
    for (var link : links) {
      var entry = link.chained(++seq, hash);
      entries.add(entry);
      hash = entry.hash();
    }
    chain.append(entries);
  }

  /** Newest first, older than {@code before}; {@code null} filters nothing. */
  public List<JournalEntry> page(
      long before, int limit, @Nullable String actor, @Nullable String object) {
    seal();
    return chain.page(before, limit, actor, object);
  }

  /** Who read, searched or downloaded data of this person; newest first. */
  public List<JournalEntry> readsOf(UUID subjectId, int limit) {
    seal();
    return chain.ofSubject(subjectId, READS, limit);
  }

  /** Hands over every entry that is there now, oldest first. */
  public void forEach(Consumer<JournalEntry> consumer) {
    seal();
    var seq = 0L;
    for (var batch = chain.after(0, BATCH); !batch.isEmpty(); batch = chain.after(seq, BATCH)) {
      batch.forEach(consumer);
      seq = batch.get(batch.size() - 1).seq();
    }
  }

  /** The links of all entries, oldest first; as little of each as the check of a chain needs. */
  List<Link> links() {
    var links = new ArrayList<Link>();
    forEach(entry -> links.add(Link.of(entry.proof())));
    return links;
  }
}
