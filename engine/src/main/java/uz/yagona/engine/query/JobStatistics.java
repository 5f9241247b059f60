package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.JSON;
import static uz.yagona.engine.query.ColumnType.TEXT;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Numbers of jobs in a span of time, as tables to search in. A job counts as created and completed
 * once, and as failed each time that a worker told a failure or an error.
 */
public final class JobStatistics {
  /** Holds no input: instants write themselves as digits and fixed letters. */
  private static final String EVENTS =
      """
      (select type, worker, creation_time as at, 'created' as what from engine.job
      where creation_time >= timestamptz '%1$s' and creation_time < timestamptz '%2$s'
      union all
      select type, worker, end_time, 'completed' from engine.job
      where state = 'COMPLETED'
        and end_time >= timestamptz '%1$s' and end_time < timestamptz '%2$s'
      union all
      select type, worker, failed_at, 'failed' from engine.job_failure
      where failed_at >= timestamptz '%1$s' and failed_at < timestamptz '%2$s')""";

  private static final String METRICS =
      metric("created") + ", " + metric("completed") + ", " + metric("failed");
  private static final String BY_TYPE =
      "(select type, count(distinct worker)::integer as workers, %s from %s e group by type) s";
  private static final String BY_WORKER =
      "(select type, worker, %s from %s e where worker is not null group by type, worker) s";
  private static final String ALL = "(select 1 as one, %s from %s e) s";
  private static final String ERRORS =
      """
      (select type, error_code, error_message, count(distinct worker)::integer as workers,
        md5(concat_ws('|', type, coalesce('+' || error_code, '-'), error_message)) as id
      from engine.job_failure
      where failed_at >= timestamptz '%1$s' and failed_at < timestamptz '%2$s'
      group by type, error_code, error_message) s""";

  private JobStatistics() {}

  /** From the first instant up to, and not including, the second. */
  public record Span(Instant from, Instant to) {
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * @throws InvalidSearchException when the second is not later, or the years are not of four
     *     digits
     */
    public Span {
      if (!from.isBefore(to) || from.isBefore(Instant.EPOCH) || to.isAfter(LAST)) {
        throw new InvalidSearchException(
            "Expected a span of time with its begin before its end, from 1970 to 9998, but got %s to %s"
                .formatted(from, to));
      }
    }

    String in(String sql) {
      return sql.formatted(from.truncatedTo(ChronoUnit.MICROS), to.truncatedTo(ChronoUnit.MICROS));
    }
  }

  /** How many, and when the last of them; as the API shows it. */
  static String metric(String what) {
    return """
        json_build_object('count', count(*) filter (where what = '%1$s'), 'lastUpdatedAt',
          to_char(max(at) filter (where what = '%1$s') at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as %1$s"""
        .formatted(what);
  }

  static String events(Span span) {
    return span.in(EVENTS);
  }

  /** One row, whatever happened. */
  public static SearchTable all(Span span) {
    return metrics("job statistic", ALL.formatted(METRICS, events(span)))
        .hiddenIdentity("one", INTEGER, "s.one")
        .build();
  }

  public static SearchTable byType(Span span) {
    return metrics("job type", BY_TYPE.formatted(METRICS, events(span)))
        .identity("jobType", TEXT, "s.type")
        .shown("workers", INTEGER, "s.workers")
        .build();
  }

  /** To be filtered by one {@code jobType}. */
  public static SearchTable byWorker(Span span) {
    return metrics("job worker", BY_WORKER.formatted(METRICS, events(span)))
        .identity("worker", TEXT, "s.worker")
        .filter("jobType", TEXT, "s.type")
        .build();
  }

  private static SearchTable.Builder metrics(String noun, String from) {
    return SearchTable.of(noun, from)
        .shown("created", JSON, "s.created")
        .shown("completed", JSON, "s.completed")
        .shown("failed", JSON, "s.failed");
  }

  /** What was told as failure or error, each text once; to be filtered by one {@code jobType}. */
  public static SearchTable errors(Span span) {
    return SearchTable.of("job error", span.in(ERRORS))
        .hiddenIdentity("id", TEXT, "s.id")
        .field("errorCode", TEXT, "s.error_code", NULLABLE)
        .field("errorMessage", TEXT, "s.error_message", NULLABLE)
        .shown("workers", INTEGER, "s.workers")
        .filter("jobType", TEXT, "s.type")
        .build();
  }
}
