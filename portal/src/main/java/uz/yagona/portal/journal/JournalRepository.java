package uz.yagona.portal.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalRepository {
  private static final String COLUMNS =
      "seq, at, actor, action, object, detail, subject_id, prev_hash, hash";
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtext('portal.journal'))
      """;
  private static final String INSERT =
      """
      insert into portal.journal
        (seq, at, actor, action, object, detail, subject_id, prev_hash, hash)
      select * from unnest(
        cast(:seqs as bigint[]), cast(:times as timestamptz[]), cast(:actors as text[]),
        cast(:actions as text[]), cast(:objects as text[]), cast(:details as text[]),
        cast(:subjects as uuid[]), cast(:prevHashes as bytea[]), cast(:hashes as bytea[]))
      """;
  private static final String LAST =
      """
      select %s from portal.journal order by seq desc limit 1
      """
          .formatted(COLUMNS);
  private static final String AFTER =
      """
      select %s from portal.journal where seq > :seq order by seq limit :limit
      """
          .formatted(COLUMNS);
  private static final String HASHES =
      """
      select hash from portal.journal where seq >= :seq order by seq
      """;
  private static final String HASHES_BETWEEN =
      """
      select hash from portal.journal where seq between :first and :last order by seq
      """;
  private static final String OF_OBJECTS =
      """
      select %s from portal.journal where object = any (:objects) order by seq limit :limit
      """
          .formatted(COLUMNS);
  private static final String PAGE =
      """
      select %s from portal.journal
      where seq < :before
        and (cast(:actor as text) is null or actor = :actor)
        and (cast(:object as text) is null or object = :object)
      order by seq desc limit :limit
      """
          .formatted(COLUMNS);
  private static final String OF_SUBJECT =
      """
      select %s from portal.journal
      where subject_id = :subjectId and action = any (:actions)
      order by seq desc limit :limit
      """
          .formatted(COLUMNS);

  private final JdbcClient jdbc;

  JournalRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the caller's transaction the only one that may append, until it ends. */
  void lock() {
    jdbc.sql(LOCK).query((row, index) -> true).single();
  }

  Optional<JournalEntry> last() {
    return jdbc.sql(LAST).query(JournalRepository::entry).optional();
  }

  void append(List<JournalEntry> entries) {
    jdbc.sql(INSERT)
        .param("seqs", entries.stream().map(JournalEntry::seq).toArray(Long[]::new))
        .param("times", texts(entries, entry -> entry.at().toString()))
        .param("actors", texts(entries, JournalEntry::actor))
        .param("actions", texts(entries, JournalEntry::action))
        .param("objects", texts(entries, JournalEntry::object))
        .param("details", texts(entries, JournalEntry::detailJson))
        .param("subjects", texts(entries, entry -> Objects.toString(entry.subjectId(), null)))
        .param("prevHashes", entries.stream().map(JournalEntry::prevHash).toArray(byte[][]::new))
        .param("hashes", entries.stream().map(JournalEntry::hash).toArray(byte[][]::new))
        .update();
  }

  private static @Nullable String[] texts(
      List<JournalEntry> entries, Function<JournalEntry, @Nullable String> text) {
    return entries.stream().map(text).toArray(String[]::new);
  }

  /** Hashes of this entry and all that follow, in order. */
  List<byte[]> hashesFrom(long seq) {
    return jdbc.sql(HASHES).param("seq", seq).query((row, index) -> row.getBytes("hash")).list();
  }

  /** Hashes of these entries, in order. */
  List<byte[]> hashesBetween(long first, long last) {
    return jdbc.sql(HASHES_BETWEEN)
        .param("first", first)
        .param("last", last)
        .query((row, index) -> row.getBytes("hash"))
        .list();
  }

  /** Oldest first. */
  List<JournalEntry> ofObjects(Collection<String> objects, int limit) {
    return jdbc.sql(OF_OBJECTS)
        .param("objects", objects.toArray(String[]::new))
        .param("limit", limit)
        .query(JournalRepository::entry)
        .list();
  }

  List<JournalEntry> after(long seq, int limit) {
    return jdbc.sql(AFTER)
        .param("seq", seq)
        .param("limit", limit)
        .query(JournalRepository::entry)
        .list();
  }

  List<JournalEntry> page(long before, int limit, @Nullable String actor, @Nullable String object) {
    return jdbc.sql(PAGE)
        .param("before", before)
        .param("limit", limit)
        .param("actor", actor)
        .param("object", object)
        .query(JournalRepository::entry)
        .list();
  }

  List<JournalEntry> ofSubject(UUID subjectId, List<Action> actions, int limit) {
    return jdbc.sql(OF_SUBJECT)
        .param("subjectId", subjectId)
        .param("actions", actions.stream().map(Action::name).toArray(String[]::new))
        .param("limit", limit)
        .query(JournalRepository::entry)
        .list();
  }

  private static JournalEntry entry(ResultSet row, int index) throws SQLException {
    return new JournalEntry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"),
        row.getObject("subject_id", UUID.class),
        row.getBytes("prev_hash"),
        row.getBytes("hash"));
  }
}
