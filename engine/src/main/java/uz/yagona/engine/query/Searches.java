package uz.yagona.engine.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Runs searches; one statement for the rows, and a second for the count when it is not evident. */
@Component("engineSearches")
public final class Searches {
  /** Rows are counted exactly up to here. */
  public static final int COUNT_LIMIT = 10_000;

  private static final SQLStateSQLExceptionTranslator OUTAGE = new SQLStateSQLExceptionTranslator();
  private final DataSource dataSource;
  private final Totals totals = new Totals(System::nanoTime);

  public Searches(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * @throws InvalidSearchException when the request names unknown fields, values of a wrong type,
   *     or a foreign cursor
   */
  public SearchResult search(SearchTable asked, SearchRequest request) {
    var table = asked.fitting(request.filter());
    var order = new Order(table, request.sort());
    try (var connection = dataSource.getConnection()) {
      var rows = rows(connection, table, request, order);
      var total = total(connection, table, request, rows.items().size());
      return new SearchResult(
          rows.items(),
          Math.min(total, COUNT_LIMIT),
          total > COUNT_LIMIT,
          rows.position(order, 0),
          rows.position(order, rows.items().size() - 1));
    } catch (SQLException e) {
      throw translate(e);
    }
  }

  /** The row with this key. */
  public Optional<Map<String, @Nullable Object>> find(SearchTable table, Object key) {
    return find(table, key, null);
  }

  /**
   * The row with this key if it may be seen.
   *
   * @param visible as {@link Filter#visible()}
   */
  public Optional<Map<String, @Nullable Object>> find(
      SearchTable table, Object key, @Nullable List<List<Condition>> visible) {
    var filter = Filter.of(Condition.equalTo(table.key().name(), key)).visible(visible);
    var request = new SearchRequest(filter, List.of(), Page.of(1));
    try (var connection = dataSource.getConnection()) {
      return rows(connection, table, request, new Order(table, List.of())).items().stream()
          .findFirst();
    } catch (SQLException e) {
      throw translate(e);
    }
  }

  private static RuntimeException translate(SQLException e) {
    var state = e.getSQLState();
    if (state != null && state.startsWith("22")) {
      return new InvalidSearchException(
          "Expected values that can be compared with the field, but got others");
    }
    var outage = OUTAGE.translate("search", null, e);
    return outage != null ? outage : new UncategorizedSQLException("search", null, e);
  }

  /** Items with, for each, the texts of its place in the order. */
  private record Rows(
      List<Map<String, @Nullable Object>> items, List<List<@Nullable String>> positions) {
    @Nullable String position(Order order, int index) {
      return items.isEmpty() ? null : Cursor.write(order.signature(), positions.get(index));
    }
  }

  private static Rows rows(
      Connection connection, SearchTable table, SearchRequest request, Order order)
      throws SQLException {
    var backward = request.page().before() != null;
    var sql = new Sql();
    write(sql, table, request, order);
    var found = new Rows(new ArrayList<>(), new ArrayList<>());
    try (var statement = sql.prepare(connection);
        var row = statement.executeQuery()) {
      while (row.next()) {
        found.items().add(item(table, row));
        found.positions().add(position(table.shown().size(), order.size(), row));
      }
    }
    if (backward) {
      Collections.reverse(found.items());
      Collections.reverse(found.positions());
    }
    return found;
  }

  static void write(Sql sql, SearchTable table, SearchRequest request, Order order) {
    var page = request.page();
    var backward = page.before() != null;
    var cursor = backward ? page.before() : page.after();
    sql.append("select ");
    sql.append(String.join(", ", table.shown().stream().map(Column::sql).toList()));
    sql.append(order.positions()).append(" from ").append(table.from()).append(" where ");
    new Conditions(table, sql).write(request.filter());
    if (cursor != null) {
      var position = Cursor.read(cursor, order.signature(), order.size());
      order.writeBeyond(sql, position, backward);
    }
    order.write(sql, backward);
    sql.append(" limit ?").parameter(page.limit());
    if (page.from() > 0) {
      sql.append(" offset ?").parameter(page.from());
    }
  }

  private static Map<String, @Nullable Object> item(SearchTable table, ResultSet row)
      throws SQLException {
    var item = new LinkedHashMap<String, @Nullable Object>();
    var index = 1;
    for (var column : table.shown()) {
      item.put(column.name(), column.type().show(row, index++));
    }
    return item;
  }

  private static List<@Nullable String> position(int skip, int size, ResultSet row)
      throws SQLException {
    var position = new ArrayList<@Nullable String>(size);
    for (var i = 1; i <= size; i++) {
      position.add(row.getString(skip + i));
    }
    return position;
  }

  private long total(Connection connection, SearchTable table, SearchRequest request, int found)
      throws SQLException {
    var page = request.page();
    var hasCursor = page.after() != null || page.before() != null;
    if (!hasCursor && found < page.limit() && (found > 0 || page.from() == 0)) {
      return page.from() + (long) found;
    }
    var sql = new Sql().append("select count(*) from (select 1 from ");
    sql.append(table.countFrom(request.filter()));
    sql.append(" where ");
    new Conditions(table, sql).write(request.filter());
    sql.append(" limit ?) counted").parameter(COUNT_LIMIT + 1);
    var remembered = totals.find(sql.toString());
    if (remembered != null) {
      return remembered;
    }
    try (var statement = sql.prepare(connection);
        var row = statement.executeQuery()) {
      row.next();
      return totals.keep(sql.toString(), row.getLong(1));
    }
  }
}
