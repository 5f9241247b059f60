package uz.yagona.portal.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MasterRepository {
  private static final String ALL =
      """
      select fingerprint, state, made_at, retired_at from portal.vault_master order by made_at desc
      """;
  private static final String ACTIVE =
      """
      select fingerprint from portal.vault_master where state = 'ACTIVE'
      """;
  private static final String READABLE =
      """
      select fingerprint from portal.vault_master where state in ('ACTIVE', 'RETIRING')
      """;
  private static final String INSERT =
      """
      insert into portal.vault_master (fingerprint, state, made_at) values (:fingerprint, 'ACTIVE', :at)
      """;
  private static final String RETIRE =
      """
      update portal.vault_master set state = 'RETIRING' where state = 'ACTIVE'
      """;
  private static final String RETIRED =
      """
      update portal.vault_master set state = 'RETIRED', retired_at = :at where state = 'RETIRING'
      """;

  private final JdbcClient jdbc;

  MasterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest first. */
  List<MasterState> all() {
    return jdbc.sql(ALL).query(MasterRepository::state).list();
  }

  /** The key that wraps new ones; empty before the first start. */
  Optional<String> active() {
    return jdbc.sql(ACTIVE).query(String.class).optional();
  }

  /** Keys that still open something. */
  List<String> readable() {
    return jdbc.sql(READABLE).query(String.class).list();
  }

  void add(String fingerprint, Instant at) {
    jdbc.sql(INSERT)
        .param("fingerprint", fingerprint)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The active key opens what it wrapped, and wraps nothing new. */
  void retireActive() {
    jdbc.sql(RETIRE).update();
  }

  /** Nothing is wrapped by the retiring key any more; false when there was none. */
  boolean finishRetiring(Instant at) {
    return jdbc.sql(RETIRED).param("at", at.atOffset(ZoneOffset.UTC)).update() == 1;
  }

  private static MasterState state(ResultSet row, int index) throws SQLException {
    @Nullable OffsetDateTime retiredAt = row.getObject("retired_at", OffsetDateTime.class);
    return new MasterState(
        row.getString("fingerprint"),
        row.getString("state"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        retiredAt == null ? null : retiredAt.toInstant());
  }
}
