package uz.yagona.engine.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what element instances own, table by table.
 *
 * @param instanceKeys process instances whose rows are wanted
 * @param owners the element instance with a key
 * @param receiver gets each row
 */
record OwnedRowReading(
    Collection<Long> instanceKeys,
    LongFunction<ElementInstance> owners,
    Consumer<OwnedRow> receiver) {

  /** Makes a row from where the cursor stands. */
  @FunctionalInterface
  interface RowOf<R> {
    R read(ResultSet row, ElementInstance owner) throws SQLException;
  }

  /** Runs {@code sql}, which takes {@code :keys} and gives {@code element_instance_key} too. */
  <R extends OwnedRow> void read(JdbcClient jdbc, String sql, Changes<R> changes, RowOf<R> rowOf) {
    jdbc.sql(sql)
        .param("keys", instanceKeys.toArray(Long[]::new))
        .query(
            row -> {
              var owned = rowOf.read(row, owners.apply(row.getLong("element_instance_key")));
              changes.adopt(owned);
              receiver.accept(owned);
            });
  }
}
