package uz.yagona.signing;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.database.Migrations;

/** The migrated schema {@code signing}: whoever holds it may query. */
public final class SigningSchema {
  private final JdbcClient jdbc;

  private SigningSchema(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Brings the schema to the newest version. */
  public static SigningSchema migrated(DataSource dataSource) {
    Migrations.migrate(dataSource, "signing");
    return new SigningSchema(JdbcClient.create(dataSource));
  }

  /** Queries that join the running transaction. */
  public JdbcClient jdbc() {
    return jdbc;
  }
}
