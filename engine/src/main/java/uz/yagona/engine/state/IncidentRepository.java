package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code incident}. */
final class IncidentRepository {
  private static final Columns<Incident> COLUMNS =
      new Columns<Incident>("engine.incident", "incident_key")
          .fixed("incident_key", BIGINT, Incident::key)
          .fixed("error_type", TEXT, Incident::errorType)
          .fixed("error_message", TEXT, Incident::message)
          .changing("state", TEXT, incident -> incident.state.get())
          .fixed("process_definition_key", BIGINT, i -> i.process().definition().key())
          .fixed("process_definition_id", TEXT, i -> i.process().definition().id())
          .fixed("process_instance_key", BIGINT, incident -> incident.process().key())
          .fixed("root_process_instance_key", BIGINT, incident -> incident.process().rootKey())
          .fixed("element_instance_key", BIGINT, incident -> incident.owner().key())
          .fixed("element_id", TEXT, incident -> incident.owner().element().id())
          .fixed("job_key", BIGINT, Incident::jobKey)
          .fixed("creation_time", TIME, Incident::creationTime)
          .changing("resolved_time", TIME, incident -> incident.resolvedTime.get());
  private static final String LOAD =
      """
      select incident_key, element_instance_key, error_type, error_message, job_key, creation_time
      from engine.incident
      where process_instance_key = any (:keys) and state = 'ACTIVE'
      order by incident_key
      """;

  private final JdbcClient jdbc;
  final Changes<Incident> changes;

  IncidentRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  void load(OwnedRowReading wanted) {
    wanted.read(jdbc, LOAD, changes, IncidentRepository::read);
  }

  private static Incident read(ResultSet row, ElementInstance owner) throws SQLException {
    return new Incident(
        row.getLong("incident_key"),
        owner,
        row.getString("error_type"),
        row.getString("error_message"),
        Rows.number(row, "job_key"),
        Rows.time(row, "creation_time"));
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
  }
}
