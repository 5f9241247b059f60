package uz.yagona.engine.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Numbers of element instances of a process by element and state, as heat maps show them. */
@Component("engineElementStatistics")
public final class ElementStatistics {
  private static final SQLStateSQLExceptionTranslator OUTAGE = new SQLStateSQLExceptionTranslator();
  private static final String COUNTS =
      """
      select e.element_id,
        count(*) filter (where e.state = 'ACTIVE' and e.incident_key is null),
        count(*) filter (where e.state = 'TERMINATED'),
        count(*) filter (where e.state = 'ACTIVE' and e.incident_key is not null),
        count(*) filter (where e.state = 'COMPLETED')
      from engine.element_instance e
      where e.process_definition_key = ? and e.type not in ('PROCESS', 'MULTI_INSTANCE_BODY')
        and e.process_instance_key in (
          select i.process_instance_key from\s""";
  private static final String GROUPED = ") group by e.element_id order by e.element_id";
  private static final List<String> COLUMNS =
      List.of("active", "canceled", "incidents", "completed");

  private final DataSource dataSource;

  public ElementStatistics(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @param instances which process instances count; a filter of {@link ProcessInstanceTable}
   */
  public List<Map<String, @Nullable Object>> ofDefinition(
      long processDefinitionKey, Filter instances) {
    var table = ProcessInstanceTable.TABLE;
    var sql = new Sql().append(COUNTS).parameter(processDefinitionKey);
    sql.append(table.from()).append(" where ");
    new Conditions(table, sql).write(instances);
    sql.append(GROUPED);
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    try (var connection = dataSource.getConnection();
        var statement = sql.prepare(connection);
        var row = statement.executeQuery()) {
      while (row.next()) {
        var counts = new LinkedHashMap<String, @Nullable Object>();
        counts.put("elementId", row.getString(1));
        for (var i = 0; i < COLUMNS.size(); i++) {
          counts.put(COLUMNS.get(i), row.getLong(i + 2));
        }
        rows.add(counts);
      }
      return rows;
    } catch (SQLException e) {
      throw OUTAGE.translate("element statistics", null, e);
    }
  }
}
