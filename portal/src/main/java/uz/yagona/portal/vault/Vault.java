package uz.yagona.portal.vault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/**
 * Store of personal values. Each belongs to a person and is sealed with that person's key; erasing
 * the key makes all of them unreadable. Reading for somebody else is journaled with its purpose.
 */
@Service
public class Vault {
  private static final List<String> SEARCHABLE = List.of("pinfl", "stir", "phone");

  private final SubjectKeys keys;
  private final SubjectRepository subjects;
  private final ValueRepository values;
  private final BlindIndex index;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  Vault(
      SubjectKeys keys,
      SubjectRepository subjects,
      ValueRepository values,
      BlindIndex index,
      Journal journal) {
    this.keys = keys;
    this.subjects = subjects;
    this.values = values;
    this.index = index;
    this.journal = journal;
  }

  /** Adds a person and the key of that person. */
  @Transactional
  public UUID newSubject() {
    var subjectId = UUID.randomUUID();
    keys.create(subjectId, clock.instant());
    return subjectId;
  }

  /**
   * Seals a value and returns its reference. Values of kind {@code pinfl}, {@code stir} and {@code
   * phone} can be searched by {@link #find}.
   */
  @Transactional
  public UUID put(UUID subjectId, String kind, String value) {
    var valueId = UUID.randomUUID();
    var sealed = SealedBox.seal(keys.of(subjectId), context(subjectId, valueId, kind), utf8(value));
    var blind = SEARCHABLE.contains(kind) ? index.of(kind, value) : null;
    values.insert(
        new ValueRepository.Value(valueId, subjectId, kind, sealed, blind), clock.instant());
    return valueId;
  }

  /** Forgets values that are referred to no longer. */
  @Transactional
  public void delete(Collection<UUID> valueIds) {
    values.delete(valueIds);
  }

  /**
   * Opens values by reference; the read is journaled per person.
   *
   * @throws VaultException when a value cannot be opened or its person was erased
   */
  @Transactional
  public Map<UUID, String> read(Collection<UUID> valueIds, Access access) {
    if (valueIds.isEmpty()) {
      return Map.of();
    }
    var found = values.find(valueIds);
    journalRead(found, access);
    var opened = new HashMap<UUID, String>();
    var cached = new HashMap<UUID, SecretKey>();
    for (var value : found) {
      var key = cached.computeIfAbsent(value.subjectId(), keys::of);
      opened.put(value.valueId(), open(key, value));
    }
    return opened;
  }

  /** Newest own values of a person by kind, for that person's own screen: not journaled. */
  @Transactional(readOnly = true)
  public Map<String, String> own(UUID subjectId, Collection<String> kinds) {
    var found = values.findNewest(subjectId, kinds);
    var opened = new LinkedHashMap<String, String>();
    if (!found.isEmpty()) {
      var key = keys.of(subjectId);
      found.forEach(value -> opened.put(value.kind(), open(key, value)));
    }
    return opened;
  }

  /** References of values equal to {@code value}, newest first; opens none of them. */
  @Transactional(readOnly = true)
  public List<UUID> find(String kind, String value, int limit) {
    return values.findByIndex(kind, index.all(kind, value), limit);
  }

  /** Seals bytes that are kept elsewhere; {@code place} must be named again to open them. */
  public byte[] seal(UUID subjectId, String place, byte[] plain) {
    return SealedBox.seal(keys.of(subjectId), utf8(subjectId + ":" + place), plain);
  }

  /** Opens what {@link #seal} made, for the person's own screen: not journaled. */
  public byte[] openOwn(UUID subjectId, String place, byte[] sealed) {
    return SealedBox.open(keys.of(subjectId), utf8(subjectId + ":" + place), sealed);
  }

  /** Opens what {@link #seal} made; the read is journaled. */
  @Transactional
  public byte[] open(UUID subjectId, String place, byte[] sealed, Access access) {
    journal.write(
        access.actor(),
        Action.READ_PERSONAL,
        access.object(),
        Map.of("purpose", access.purpose().name(), "kinds", place.split(":")[0]),
        subjectId);
    return openOwn(subjectId, place, sealed);
  }

  /**
   * Keyed hash of a value: equal for equal values of one person, tells nobody else anything, and
   * cannot be tried out any more once the person was erased.
   */
  public String mark(UUID subjectId, String kind, String value) {
    return keys.mark(subjectId, kind + ":" + value);
  }

  /** As the other one, of a value in the vault; nobody gets to see it, so it is not journaled. */
  @Transactional(readOnly = true)
  public String mark(UUID valueId) {
    var value =
        values.find(List.of(valueId)).stream()
            .findFirst()
            .orElseThrow(
                () -> new VaultException("Expected value " + valueId + ", but found none"));
    var plain = open(keys.of(value.subjectId()), value);
    return mark(value.subjectId(), value.kind(), plain);
  }

  /** Whether the person's key was destroyed; nothing of that person can be opened any more. */
  @Transactional(readOnly = true)
  public boolean isErased(UUID subjectId) {
    return subjects.findKey(subjectId).isEmpty();
  }

  /**
   * Destroys the person's key, empties what it sealed and takes it out of the search; gives how
   * many values were lost. Whoever calls it journals it.
   */
  @Transactional
  public int destroy(UUID subjectId) {
    subjects.erase(subjectId, clock.instant());
    return values.destroy(subjectId);
  }

  private void journalRead(List<ValueRepository.Value> found, Access access) {
    var kinds = new LinkedHashMap<UUID, TreeSet<String>>();
    for (var value : found) {
      kinds.computeIfAbsent(value.subjectId(), id -> new TreeSet<>()).add(value.kind());
    }
    kinds.forEach(
        (subjectId, read) ->
            journal.write(
                access.actor(),
                Action.READ_PERSONAL,
                access.object(),
                Map.of("purpose", access.purpose().name(), "kinds", String.join(",", read)),
                subjectId));
  }

  static String open(SecretKey key, ValueRepository.Value value) {
    var context = context(value.subjectId(), value.valueId(), value.kind());
    return new String(SealedBox.open(key, context, value.sealed()), StandardCharsets.UTF_8);
  }

  private static byte[] context(UUID subjectId, UUID valueId, String kind) {
    return utf8("value:%s:%s:%s".formatted(subjectId, valueId, kind));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
