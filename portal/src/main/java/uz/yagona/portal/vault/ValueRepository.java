package uz.yagona.portal.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ValueRepository {
  private static final String COLUMNS = "value_id, subject_id, kind, sealed, blind_index";
  private static final String INSERT =
      """
      insert into portal.vault_value (value_id, subject_id, kind, sealed, blind_index, created_at)
      values (:valueId, :subjectId, :kind, :sealed, :blindIndex, :createdAt)
      """;
  private static final String FIND =
      """
      select %s from portal.vault_value where value_id = any (:ids)
      """
          .formatted(COLUMNS);
  private static final String FIND_NEWEST =
      """
      select distinct on (kind) %s from portal.vault_value
      where subject_id = :subjectId and kind = any (:kinds)
      order by kind, created_at desc
      """
          .formatted(COLUMNS);
  private static final String FIND_BY_INDEX =
      """
      select value_id from portal.vault_value where kind = :kind and blind_index = any (:blindIndexes)
      order by created_at desc limit :limit
      """;
  private static final String INDEXED =
      """
      select %s from portal.vault_value where subject_id = :subjectId and blind_index is not null
      """
          .formatted(COLUMNS);
  private static final String REINDEX =
      """
      update portal.vault_value set blind_index = :blindIndex where value_id = :valueId
      """;
  private static final String DELETE =
      """
      delete from portal.vault_value where value_id = any (:ids)
      """;

  private static final String DESTROY =
      """
      update portal.vault_value set sealed = ''::bytea, blind_index = null
      where subject_id = :subjectId
      """;

  /** Row of {@code vault_value}. */
  record Value(
      UUID valueId, UUID subjectId, String kind, byte[] sealed, byte @Nullable [] blindIndex) {}

  private final JdbcClient jdbc;

  ValueRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Value value, Instant createdAt) {
    jdbc.sql(INSERT)
        .param("valueId", value.valueId())
        .param("subjectId", value.subjectId())
        .param("kind", value.kind())
        .param("sealed", value.sealed())
        .param("blindIndex", value.blindIndex())
        .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Value> find(Collection<UUID> ids) {
    return jdbc.sql(FIND)
        .param("ids", ids.toArray(UUID[]::new))
        .query(ValueRepository::value)
        .list();
  }

  List<Value> findNewest(UUID subjectId, Collection<String> kinds) {
    return jdbc.sql(FIND_NEWEST)
        .param("subjectId", subjectId)
        .param("kinds", kinds.toArray(String[]::new))
        .query(ValueRepository::value)
        .list();
  }

  List<UUID> findByIndex(String kind, List<byte[]> blindIndexes, int limit) {
    return jdbc.sql(FIND_BY_INDEX)
        .param("kind", kind)
        .param("blindIndexes", blindIndexes.toArray(byte[][]::new))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** Values of a person that can be searched. */
  List<Value> indexed(UUID subjectId) {
    return jdbc.sql(INDEXED).param("subjectId", subjectId).query(ValueRepository::value).list();
  }

  void reindex(UUID valueId, byte[] blindIndex) {
    jdbc.sql(REINDEX).param("valueId", valueId).param("blindIndex", blindIndex).update();
  }

  void delete(Collection<UUID> ids) {
    jdbc.sql(DELETE).param("ids", ids.toArray(UUID[]::new)).update();
  }

  /** Empties all of a person and takes them out of the search; gives how many there were. */
  int destroy(UUID subjectId) {
    return jdbc.sql(DESTROY).param("subjectId", subjectId).update();
  }

  private static Value value(ResultSet row, int index) throws SQLException {
    return new Value(
        row.getObject("value_id", UUID.class),
        row.getObject("subject_id", UUID.class),
        row.getString("kind"),
        row.getBytes("sealed"),
        row.getBytes("blind_index"));
  }
}
