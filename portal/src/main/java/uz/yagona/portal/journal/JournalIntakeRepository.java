package uz.yagona.portal.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JournalIntakeRepository {
  private static final String INSERT =
      """
      insert into portal.journal_intake (at, actor, action, object, detail, subject_id)
      values (:at, :actor, :action, :object, cast(:detail as jsonb), :subjectId)
      """;
  private static final String TAKE =
      """
      delete from portal.journal_intake
      where intake_id in (select intake_id from portal.journal_intake order by intake_id limit :limit)
      returning intake_id, at, actor, action, object, detail, subject_id
      """;

  private final JdbcClient jdbc;

  JournalIntakeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(NewEntry link) {
    jdbc.sql(INSERT)
        .param("at", link.at().atOffset(ZoneOffset.UTC))
        .param("actor", link.actor())
        .param("action", link.action())
        .param("object", link.object())
        .param("detail", link.detailJson())
        .param("subjectId", link.subjectId())
        .update();
  }

  /** Removes and returns the oldest entries, in order. */
  List<NewEntry> take(int limit) {
    return jdbc.sql(TAKE).param("limit", limit).query(JournalIntakeRepository::link).list().stream()
        .sorted(Comparator.comparingLong(NewEntry::intakeId))
        .toList();
  }

  private static NewEntry link(ResultSet row, int index) throws SQLException {
    return new NewEntry(
        row.getLong("intake_id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        row.getString("detail"),
        row.getObject("subject_id", UUID.class));
  }
}
