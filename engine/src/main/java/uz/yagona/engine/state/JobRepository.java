package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.BOOLEAN;
import static uz.yagona.engine.state.Columns.Type.INTEGER;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TEXTS;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code job}. */
final class JobRepository {
  private static final Columns<JobRow> COLUMNS =
      new Columns<JobRow>("engine.job", "job_key")
          .fixed("job_key", BIGINT, JobRow::key)
          .fixed("type", TEXT, JobRow::type)
          .fixed("kind", TEXT, JobRow::kind)
          .fixed("listener_event_type", TEXT, JobRow::listenerEvent)
          .changing("state", TEXT, JobRow::state)
          .changing("activatable", BOOLEAN, JobRow::isActivatable)
          .changing("retries", INTEGER, JobRow::retries)
          .changing("retry_at", TIME, JobRow::retryAt)
          .changing("worker", TEXT, job -> job.worker.get())
          .changing("deadline", TIME, job -> job.deadline.get())
          .fixed("process_instance_key", BIGINT, job -> job.process().key())
          .fixed("root_process_instance_key", BIGINT, job -> job.process().rootKey())
          .fixed("process_definition_key", BIGINT, job -> job.process().definition().key())
          .fixed("process_definition_id", TEXT, job -> job.process().definition().id())
          .fixed("process_definition_version", INTEGER, j -> j.process().definition().version())
          .fixed("element_instance_key", BIGINT, job -> job.owner().key())
          .fixed("element_id", TEXT, job -> job.owner().element().id())
          .fixed("headers", TEXT, job -> Json.write(job.headers()))
          .changing("error_code", TEXT, job -> job.errorCode.get())
          .changing("error_message", TEXT, job -> job.errorMessage.get())
          .changing("is_denied", BOOLEAN, job -> job.denied.get())
          .changing("denied_reason", TEXT, job -> job.deniedReason.get())
          .fixed("creation_time", TIME, JobRow::creationTime)
          .changing("last_update_time", TIME, job -> job.lastUpdate.get())
          .changing("end_time", TIME, job -> job.endTime.get())
          .fixed("tags", TEXTS, job -> job.process().origin().tags());
  private static final String LOAD =
      """
      select job_key, type, kind, listener_event_type, state, activatable, retries, retry_at,
        element_instance_key, headers, creation_time
      from engine.job
      where process_instance_key = any (:keys) and end_time is null
      order by job_key
      """;
  private static final String ACTIVATABLE =
      """
      select job_key
      from engine.job
      where type = :type and activatable and job_key > :after
      order by job_key
      limit :limit
      """;
  private static final String ACTIVATABLE_OF_PROCESSES =
      """
      select job_key
      from engine.job
      where type = :type and activatable and job_key > :after
        and process_definition_id in (:processes)
      order by job_key
      limit :limit
      """;
  private static final String DUE =
      """
      select job_key from engine.job where retry_at <= :now order by retry_at limit :limit
      """;
  private static final String NEXT_RETRY =
      "select min(retry_at) from engine.job where retry_at > :after";

  private final JdbcClient jdbc;
  final Changes<JobRow> changes;

  JobRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  void load(OwnedRowReading wanted) {
    wanted.read(jdbc, LOAD, changes, JobRepository::read);
  }

  private static JobRow read(ResultSet row, ElementInstance owner) throws SQLException {
    return new JobRow(
        row.getLong("job_key"),
        owner,
        new JobRow.Order(
            row.getString("type"),
            JobRow.Kind.valueOf(row.getString("kind")),
            row.getString("listener_event_type"),
            Json.texts(row.getString("headers")),
            row.getInt("retries")),
        Rows.time(row, "creation_time"),
        new JobRow.Progress(
            JobRow.State.valueOf(row.getString("state")),
            row.getBoolean("activatable"),
            Rows.optionalTime(row, "retry_at")));
  }

  /** Keys of jobs that workers may have, leases aside, in the order of their creation. */
  List<Long> activatable(String type, long after, int limit) {
    return jdbc.sql(ACTIVATABLE)
        .param("type", type)
        .param("after", after)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** The same of some processes alone; none for no processes. */
  List<Long> activatable(String type, Collection<String> processes, long after, int limit) {
    if (processes.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(ACTIVATABLE_OF_PROCESSES)
        .param("type", type)
        .param("processes", processes)
        .param("after", after)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** Keys of jobs whose back-off is over. */
  List<Long> due(Instant now, int limit) {
    return jdbc.sql(DUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** The earliest end of a back-off after the given time. */
  Optional<Instant> nextRetry(Instant after) {
    return Rows.optionalInstant(
        jdbc.sql(NEXT_RETRY).param("after", after.atOffset(ZoneOffset.UTC)));
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
  }
}
