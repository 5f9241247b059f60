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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code user_task} and {@code user_task_candidate}, which follows the first. */
final class TaskRepository {
  private static final Columns<TaskRow> COLUMNS =
      new Columns<TaskRow>("engine.user_task", "user_task_key")
          .fixed("user_task_key", BIGINT, TaskRow::key)
          .fixed("element_instance_key", BIGINT, task -> task.owner().key())
          .fixed("element_id", TEXT, task -> task.owner().element().id())
          .fixed("name", TEXT, task -> task.owner().element().name())
          .changing("state", TEXT, TaskRow::state)
          .changing("assignee", TEXT, TaskRow::assignee)
          .changing("candidate_groups", TEXTS, task -> task.attributes().candidateGroups())
          .changing("candidate_users", TEXTS, task -> task.attributes().candidateUsers())
          .changing("due_date", TIME, task -> task.attributes().dueDate())
          .changing("follow_up_date", TIME, task -> task.attributes().followUpDate())
          .changing("priority", INTEGER, task -> task.attributes().priority())
          .fixed("form_key", BIGINT, task -> task.form().key())
          .fixed("external_form_reference", TEXT, task -> task.form().externalReference())
          .fixed("custom_headers", TEXT, task -> Json.write(task.headers()))
          .fixed("process_definition_key", BIGINT, task -> task.process().definition().key())
          .fixed("process_definition_id", TEXT, task -> task.process().definition().id())
          .fixed("process_definition_version", INTEGER, t -> t.process().definition().version())
          .fixed("process_name", TEXT, task -> task.process().definition().name())
          .fixed("process_instance_key", BIGINT, task -> task.process().key())
          .fixed("root_process_instance_key", BIGINT, task -> task.process().rootKey())
          .fixed("creation_date", TIME, TaskRow::creationDate)
          .changing("completion_date", TIME, task -> task.completionDate.get())
          .changing("action", TEXT, TaskRow::action)
          .changing("pending", TEXT, TaskRow::pending)
          .fixed("tags", TEXTS, task -> task.process().origin().tags());
  private static final Columns<Candidate> CANDIDATES =
      new Columns<Candidate>("engine.user_task_candidate", "user_task_key")
          .fixed("kind", TEXT, Candidate::kind)
          .fixed("name", TEXT, Candidate::name)
          .fixed("state", TEXT, candidate -> candidate.task().state())
          .fixed("user_task_key", BIGINT, candidate -> candidate.task().key())
          .fixed("due_date", TIME, candidate -> candidate.task().attributes().dueDate())
          .fixed("creation_date", TIME, candidate -> candidate.task().creationDate())
          .fixed("priority", INTEGER, candidate -> candidate.task().attributes().priority())
          .fixed("assigned", BOOLEAN, candidate -> candidate.task().assignee() != null);
  private static final String LOAD =
      """
      select user_task_key, element_instance_key, state, assignee, candidate_groups, candidate_users, due_date,
        follow_up_date, priority, form_key, external_form_reference, custom_headers, creation_date, action, pending
      from engine.user_task
      where process_instance_key = any (:keys) and completion_date is null
      order by user_task_key
      """;

  private record Candidate(String kind, String name, TaskRow task) {}

  private final JdbcClient jdbc;
  final Changes<TaskRow> changes;

  TaskRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  void load(OwnedRowReading wanted) {
    wanted.read(jdbc, LOAD, changes, TaskRepository::read);
  }

  private static TaskRow read(ResultSet row, ElementInstance owner) throws SQLException {
    return new TaskRow(
        row.getLong("user_task_key"),
        owner,
        attributes(row),
        new TaskRow.Form(Rows.number(row, "form_key"), row.getString("external_form_reference")),
        Json.texts(row.getString("custom_headers")),
        time(row),
        new TaskRow.Progress(
            TaskRow.State.valueOf(row.getString("state")),
            row.getString("action"),
            row.getString("pending")));
  }

  private static Instant time(ResultSet row) throws SQLException {
    return Rows.time(row, "creation_date");
  }

  private static TaskRow.Attributes attributes(ResultSet row) throws SQLException {
    return new TaskRow.Attributes(
        row.getString("assignee"),
        Json.list(row.getArray("candidate_groups")),
        Json.list(row.getArray("candidate_users")),
        optionalTime(row, "due_date"),
        optionalTime(row, "follow_up_date"),
        row.getInt("priority"));
  }

  private static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
    return Rows.optionalTime(row, column);
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
    CANDIDATES.delete(
        script, changes.updated().stream().map(task -> new Candidate("", "", task)).toList());
    CANDIDATES.insert(
        script,
        Stream.concat(changes.inserted().stream(), changes.updated().stream())
            .filter(TaskRow::isOpen)
            .flatMap(task -> candidates(task).stream())
            .toList());
  }

  private static List<Candidate> candidates(TaskRow task) {
    var candidates = new ArrayList<Candidate>();
    for (var group : task.attributes().candidateGroups().stream().distinct().toList()) {
      candidates.add(new Candidate("GROUP", group, task));
    }
    for (var user : task.attributes().candidateUsers().stream().distinct().toList()) {
      candidates.add(new Candidate("USER", user, task));
    }
    return candidates;
  }
}
