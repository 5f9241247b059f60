package uz.yagona.engine.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of jobs created, completed and failed in a span of time. A job counts as failed while a
 * failure or an error is the last that happened to it.
 */
@Component("engineJobStatistics")
public final class JobStatistics {
  private static final String COUNTS =
      """
        count(*) filter (where creation_time >= :from and creation_time < :to) as created,
        max(creation_time) filter (where creation_time >= :from and creation_time < :to)
          as created_at,
        count(*) filter (where state = 'COMPLETED' and end_time >= :from and end_time < :to)
          as completed,
        max(end_time) filter (where state = 'COMPLETED' and end_time >= :from and end_time < :to)
          as completed_at,
        count(*) filter (where state in ('FAILED', 'ERROR_THROWN')
          and last_update_time >= :from and last_update_time < :to) as failed,
        max(last_update_time) filter (where state in ('FAILED', 'ERROR_THROWN')
          and last_update_time >= :from and last_update_time < :to) as failed_at
      from engine.job
      where creation_time < :to and (end_time is null or end_time >= :from)
      """;
  private static final String ALL = "select" + COUNTS;
  private static final String BY_TYPE =
      "select type as name, count(distinct worker)::integer as workers,"
          + COUNTS
          + "and (:type::text is null or type = :type) group by type order by type limit :limit";
  private static final String BY_WORKER =
      "select worker as name, 1 as workers,"
          + COUNTS
          + "and type = :type and worker is not null group by worker order by worker limit :limit";
  private static final String ERRORS =
      """
      select error_code as "errorCode", error_message as "errorMessage",
        count(distinct worker)::integer as workers
      from engine.job
      where type = :type and state in ('FAILED', 'ERROR_THROWN')
        and last_update_time >= :from and last_update_time < :to
      group by error_code, error_message order by count(*) desc limit :limit""";
  private static final String SERIES =
      """
      select bucket as at,
        count(*) filter (where j.creation_time >= bucket and j.creation_time < bucket + step)
          as created,
        count(*) filter (where j.state = 'COMPLETED'
          and j.end_time >= bucket and j.end_time < bucket + step) as completed,
        count(*) filter (where j.state in ('FAILED', 'ERROR_THROWN')
          and j.last_update_time >= bucket and j.last_update_time < bucket + step) as failed
      from (select make_interval(secs => :seconds) as step) s
      cross join generate_series(:from, :to - interval '1 microsecond', step) bucket
      left join engine.job j on j.type = :type
        and j.creation_time < bucket + step and (j.end_time is null or j.end_time >= bucket)
      group by bucket order by bucket limit :limit""";

  private final JdbcClient jdbc;

  public JobStatistics(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** From the first instant up to, and not including, the second. */
  public record Span(Instant from, Instant to) {}

  /** How many, and when the last of them. */
  public record Metric(long count, @Nullable Instant lastUpdatedAt) {}

  /**
   * @param name of the type or worker; empty for all jobs
   * @param workers how many workers had jobs
   */
  public record Counts(String name, int workers, Metric created, Metric completed, Metric failed) {}

  /** Numbers in one step of time. */
  public record Step(Instant time, long created, long completed, long failed) {}

  public Counts all(Span span) {
    return spanned(ALL, span).query((row, number) -> counts("", 0, row)).single();
  }

  /**
   * @param type only this one; {@code null} means every type
   */
  public List<Counts> byType(Span span, @Nullable String type, int limit) {
    return named(BY_TYPE, span, type, limit);
  }

  public List<Counts> byWorker(Span span, String type, int limit) {
    return named(BY_WORKER, span, type, limit);
  }

  /** Errors of jobs of the type, the most frequent first, as JSON objects of the API. */
  public List<Map<String, @Nullable Object>> errors(Span span, String type, int limit) {
    return spanned(ERRORS, span).param("type", type).param("limit", limit).query().listOfRows();
  }

  public List<Step> series(Span span, String type, Duration step, int limit) {
    return spanned(SERIES, span)
        .param("type", type)
        .param("seconds", step.toMillis() / 1000.0)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Step(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getLong("created"),
                    row.getLong("completed"),
                    row.getLong("failed")))
        .list();
  }

  private List<Counts> named(String sql, Span span, @Nullable String type, int limit) {
    return spanned(sql, span)
        .param("type", type)
        .param("limit", limit)
        .query((row, number) -> counts(row.getString("name"), row.getInt("workers"), row))
        .list();
  }

  private JdbcClient.StatementSpec spanned(String sql, Span span) {
    return jdbc.sql(sql)
        .param("from", span.from().atOffset(ZoneOffset.UTC))
        .param("to", span.to().atOffset(ZoneOffset.UTC));
  }

  private static Counts counts(String name, int workers, ResultSet row) throws SQLException {
    return new Counts(
        name, workers, metric("created", row), metric("completed", row), metric("failed", row));
  }

  private static Metric metric(String column, ResultSet row) throws SQLException {
    var last = row.getObject(column + "_at", OffsetDateTime.class);
    return new Metric(row.getLong(column), last == null ? null : last.toInstant());
  }
}
