package uz.yagona.portal.vault;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MasterRepository {
  private static final String FIND =
      """
      select fingerprint from portal.vault_master
      """;
  private static final String INSERT =
      """
      insert into portal.vault_master (fingerprint) values (:fingerprint) on conflict do nothing
      """;

  private final JdbcClient jdbc;

  MasterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<String> fingerprint() {
    return jdbc.sql(FIND).query(String.class).optional();
  }

  void remember(String fingerprint) {
    jdbc.sql(INSERT).param("fingerprint", fingerprint).update();
  }
}
