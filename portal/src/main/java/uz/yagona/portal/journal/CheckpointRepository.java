package uz.yagona.portal.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.proof.Checkpoint;

@Repository
class CheckpointRepository {
  private static final String COLUMNS = "first_seq, seq, head_hash, tree_hash, previous, token";
  private static final String INSERT =
      """
      insert into portal.journal_checkpoint
        (first_seq, seq, head_hash, tree_hash, previous, made_at)
      values (:firstSeq, :seq, :headHash, :treeHash, :previous, :madeAt)
      """;
  private static final String PUT_TOKEN =
      """
      update portal.journal_checkpoint set token = :token where seq = :seq and token is null
      """;
  private static final String ALL =
      """
      select %s from portal.journal_checkpoint order by seq
      """
          .formatted(COLUMNS);
  private static final String LAST =
      """
      select %s from portal.journal_checkpoint order by seq desc limit 1
      """
          .formatted(COLUMNS);
  private static final String UNSTAMPED =
      """
      select %s from portal.journal_checkpoint where token is null order by seq limit :limit
      """
          .formatted(COLUMNS);
  private static final String LAST_MADE_AT =
      """
      select max(made_at) from portal.journal_checkpoint
      """;

  private final JdbcClient jdbc;

  CheckpointRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Checkpoint checkpoint, Instant madeAt) {
    jdbc.sql(INSERT)
        .param("firstSeq", checkpoint.firstSeq())
        .param("seq", checkpoint.seq())
        .param("headHash", checkpoint.headHash())
        .param("treeHash", checkpoint.treeHash())
        .param("previous", checkpoint.previous())
        .param("madeAt", madeAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  void putToken(long seq, byte[] token) {
    jdbc.sql(PUT_TOKEN).param("seq", seq).param("token", token).update();
  }

  /** Oldest first. */
  List<Checkpoint> all() {
    return jdbc.sql(ALL).query(CheckpointRepository::checkpoint).list();
  }

  Optional<Checkpoint> last() {
    return jdbc.sql(LAST).query(CheckpointRepository::checkpoint).optional();
  }

  List<Checkpoint> unstamped(int limit) {
    return jdbc.sql(UNSTAMPED).param("limit", limit).query(CheckpointRepository::checkpoint).list();
  }

  /** When the newest was made; the epoch when there is none. */
  Instant lastMadeAt() {
    return jdbc.sql(LAST_MADE_AT)
        .query(
            (row, index) ->
                Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(Instant.EPOCH))
        .single();
  }

  private static Checkpoint checkpoint(ResultSet row, int index) throws SQLException {
    return new Checkpoint(
        row.getLong("first_seq"),
        row.getLong("seq"),
        row.getBytes("head_hash"),
        row.getBytes("tree_hash"),
        row.getBytes("previous"),
        row.getBytes("token"));
  }
}
