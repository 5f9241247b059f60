package uz.yagona.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings one module's schema to the newest version. */
public final class Migrations {
  private Migrations() {}

  /**
   * Runs {@code classpath:db/migration/<schema>/V*.sql} in {@code schema}, with the history table
   * beside the tables. Safe to call from several processes at once.
   *
   * @throws org.flywaydb.core.api.FlywayException when an applied file was edited, or the schema
   *     holds foreign tables
   */
  public static void migrate(DataSource dataSource, String schema) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:db/migration/" + schema)
        .load()
        .migrate();
  }
}
