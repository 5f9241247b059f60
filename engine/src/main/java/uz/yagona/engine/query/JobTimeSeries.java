package uz.yagona.engine.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.engine.query.JobStatistics.Span;

/** Numbers of jobs of one type in steps of time; steps in which nothing happened are there too. */
@Component("engineJobTimeSeries")
public final class JobTimeSeries {
  private static final String ORDER = "time+";

  /** The steps of one page, and what happened in each. */
  private static final String SERIES =
      """
      select bucket as at, %s
      from generate_series(:from::timestamptz, :last::timestamptz, make_interval(secs => :seconds)) bucket
      left join %s e
        on date_bin(make_interval(secs => :seconds), e.at, :from::timestamptz) = bucket
          and e.type = :type
      group by bucket order by bucket""";

  private static final String METRICS =
      String.join(
          ", ",
          JobStatistics.metric("created"),
          JobStatistics.metric("completed"),
          JobStatistics.metric("failed"));

  private final JdbcClient jdbc;

  public JobTimeSeries(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /**
   * The steps of the page in their order.
   *
   * @param step one second or more
   * @param page a limit, and a cursor of an earlier page to go on after
   */
  public SearchResult search(Span span, String type, Duration step, Page page) {
    page.requireForward();
    var first =
        page.after() == null
            ? span.from().plus(step.multipliedBy(page.from()))
            : after(page.after(), step);
    var total = steps(span.from(), span.to(), step);
    var count = Math.min(steps(first, span.to(), step), page.limit());
    if (count <= 0) {
      return new SearchResult(List.of(), total, false, null, null);
    }
    var last = first.plus(step.multipliedBy(count - 1));
    var end = last.plus(step);
    var part = new Span(first, end.isBefore(span.to()) ? end : span.to());
    var items = new ArrayList<Map<String, @Nullable Object>>();
    jdbc.sql(SERIES.formatted(METRICS, JobStatistics.events(part)))
        .param("from", first.atOffset(ZoneOffset.UTC))
        .param("last", last.atOffset(ZoneOffset.UTC))
        .param("seconds", step.toMillis() / 1000.0)
        .param("type", type)
        .query((row, number) -> items.add(item(row)))
        .list();
    return new SearchResult(
        items,
        Math.min(total, Searches.COUNT_LIMIT),
        total > Searches.COUNT_LIMIT,
        cursor(first),
        cursor(last));
  }

  private static long steps(Instant from, Instant to, Duration step) {
    if (!from.isBefore(to)) {
      return 0;
    }
    var millis = Duration.between(from, to).toMillis();
    return (millis + step.toMillis() - 1) / step.toMillis();
  }

  private static String cursor(Instant time) {
    return Cursor.write(ORDER, List.of(time.toString()));
  }

  private static Instant after(String cursor, Duration step) {
    var time = Cursor.read(cursor, ORDER, 1).get(0);
    return Instant.parse(String.valueOf(time)).plus(step);
  }

  private static Map<String, @Nullable Object> item(ResultSet row) throws SQLException {
    var item = new LinkedHashMap<String, @Nullable Object>();
    item.put("time", ColumnType.TIME.show(row, 1));
    item.put("created", ColumnType.JSON.show(row, 2));
    item.put("completed", ColumnType.JSON.show(row, 3));
    item.put("failed", ColumnType.JSON.show(row, 4));
    return item;
  }
}
