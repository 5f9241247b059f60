package uz.yagona.engine.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Numbers of message subscriptions that wait, by deployed process. */
@Component("engineSubscriptionStatistics")
public final class SubscriptionStatistics {
  private static final SQLStateSQLExceptionTranslator OUTAGE = new SQLStateSQLExceptionTranslator();
  private static final String ORDER = "processDefinitionKey+";
  private static final String COUNTS =
      """
      select s.process_definition_key, s.process_definition_id,
        count(*) as subscriptions, count(distinct s.process_instance_key) as instances,
        count(*) over () as total
      from engine.message_subscription s where s.state = 'CREATED' and\s""";

  private final DataSource dataSource;

  public SubscriptionStatistics(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * One item for each process that has waiting subscriptions, by its key.
   *
   * @param subscriptions which ones count; a filter of {@link MessageSubscriptionTable}
   * @param page a limit, and a cursor of an earlier page to go on after
   */
  public SearchResult search(Filter subscriptions, Page page) {
    page.requireForward();
    var after = page.after() == null ? null : Cursor.read(page.after(), ORDER, 1).get(0);
    var sql = new Sql().append("select * from (").append(COUNTS);
    new Conditions(MessageSubscriptionTable.TABLE, sql).write(subscriptions);
    sql.append(" group by s.process_definition_key, s.process_definition_id) g");
    if (after != null) {
      sql.append(" where process_definition_key > ?::bigint").parameter(after);
    }
    sql.append(" order by process_definition_key limit ?").parameter(page.limit());
    sql.append(" offset ?").parameter(page.from());
    try (var connection = dataSource.getConnection();
        var statement = sql.prepare(connection);
        var row = statement.executeQuery()) {
      return result(row);
    } catch (SQLException e) {
      throw OUTAGE.translate("message subscription statistics", null, e);
    }
  }

  private static SearchResult result(ResultSet row) throws SQLException {
    var items = new ArrayList<Map<String, @Nullable Object>>();
    var keys = new ArrayList<String>();
    var total = 0L;
    while (row.next()) {
      keys.add(row.getString("process_definition_key"));
      total = row.getLong("total");
      items.add(item(row));
    }
    return new SearchResult(
        items,
        total,
        false,
        keys.isEmpty() ? null : cursor(keys.get(0)),
        keys.isEmpty() ? null : cursor(keys.get(keys.size() - 1)));
  }

  private static String cursor(String key) {
    return Cursor.write(ORDER, List.of(key));
  }

  private static Map<String, @Nullable Object> item(ResultSet row) throws SQLException {
    var item = new LinkedHashMap<String, @Nullable Object>();
    item.put("processDefinitionKey", row.getString("process_definition_key"));
    item.put("processDefinitionId", row.getString("process_definition_id"));
    item.put("tenantId", "<default>");
    item.put("activeSubscriptions", row.getLong("subscriptions"));
    item.put("processInstancesWithActiveSubscriptions", row.getLong("instances"));
    return item;
  }
}
