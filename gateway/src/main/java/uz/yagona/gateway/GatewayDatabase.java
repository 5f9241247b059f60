package uz.yagona.gateway;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.database.Migrations;

/** The gateway's own schema: what the API keeps and the engine does not need to know. */
public final class GatewayDatabase {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /** Brings the schema to the newest version first. */
  public GatewayDatabase(DataSource dataSource) {
    Migrations.migrate(dataSource, "gateway");
    jdbc = JdbcClient.create(dataSource);
    transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  /** Runs the statements of {@code work} in one transaction; an exception rolls them back. */
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(status -> work.get());
  }
}
