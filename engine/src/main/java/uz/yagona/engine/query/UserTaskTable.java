package uz.yagona.engine.query;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.INTEGER;
import static uz.yagona.engine.query.ColumnType.JSON;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TEXTS;
import static uz.yagona.engine.query.ColumnType.TIME;

import java.util.List;

/** User tasks, open and ended. */
public final class UserTaskTable {
  private static final String LOCAL =
      """
      exists (
        select 1 from engine.variable v
        where v.scope_key = t.element_instance_key and v.name = ? and %s)""";
  private static final String OF_INSTANCE =
      """
      exists (
        select 1 from engine.variable v
        where v.scope_key = t.process_instance_key and v.name = ? and %s)""";
  private static final List<String> STATES =
      List.of(
          "CREATING",
          "CREATED",
          "ASSIGNING",
          "UPDATING",
          "COMPLETING",
          "COMPLETED",
          "CANCELING",
          "CANCELED",
          "FAILED");
  private static final List<String> OPEN =
      List.of("CREATING", "CREATED", "ASSIGNING", "UPDATING", "COMPLETING", "CANCELING");

  /** The open tasks of one group, in the order of the index that belongs to the list. */
  private static final SearchTable OF_GROUP =
      columns(
              "engine.user_task_candidate c join engine.user_task t on t.user_task_key = c.user_task_key",
              "c")
          .only("c.kind = 'GROUP'")
          .countedBy("engine.user_task_candidate c")
          .filter("candidateGroup", TEXT, "c.name")
          .filter("candidateUser", TEXT, "candidate.name", candidate("users"))
          .build();

  public static final SearchTable TABLE =
      columns("engine.user_task t", "t")
          .filter(
              "candidateGroup", TEXT, "candidate.name", candidate("groups"), openCandidate("GROUP"))
          .filter(
              "candidateUser", TEXT, "candidate.name", candidate("users"), openCandidate("USER"))
          .open("state", OPEN, "t.completion_date is null")
          .narrowed("candidateGroup", OF_GROUP)
          .build();

  /**
   * @param list alias of the table that holds state, dates and priority
   */
  private static SearchTable.Builder columns(String from, String list) {
    return SearchTable.of("user task", from)
        .identity("userTaskKey", KEY, list + ".user_task_key")
        .constant("state", list + ".state", STATES)
        .field("name", TEXT, "t.name", NULLABLE)
        .field("assignee", TEXT, "t.assignee", NULLABLE)
        .shown("candidateGroups", TEXTS, "t.candidate_groups")
        .shown("candidateUsers", TEXTS, "t.candidate_users")
        .field("priority", INTEGER, list + ".priority")
        .field("dueDate", TIME, list + ".due_date", NULLABLE)
        .field("followUpDate", TIME, "t.follow_up_date", NULLABLE)
        .field("creationDate", TIME, list + ".creation_date")
        .field("completionDate", TIME, "t.completion_date", NULLABLE)
        .unsorted("elementId", TEXT, "t.element_id")
        .unsorted("elementInstanceKey", KEY, "t.element_instance_key")
        .unsorted("processInstanceKey", KEY, "t.process_instance_key")
        .shown("rootProcessInstanceKey", KEY, "t.root_process_instance_key")
        .unsorted("processDefinitionKey", KEY, "t.process_definition_key")
        .unsorted("processDefinitionId", TEXT, "t.process_definition_id")
        .shown("processDefinitionVersion", INTEGER, "t.process_definition_version")
        .shown("processName", TEXT, "t.process_name")
        .shown("formKey", KEY, "t.form_key")
        .shown("externalFormReference", TEXT, "t.external_form_reference")
        .shown("customHeaders", JSON, "t.custom_headers")
        .unsorted("tenantId", TEXT, SearchTable.TENANT)
        .unsorted("tags", TEXTS, "t.tags")
        .variables("localVariables", "v.value", LOCAL)
        .variables("processInstanceVariables", "v.value", OF_INSTANCE);
  }

  private static String candidate(String kind) {
    return "exists (select 1 from unnest(t.candidate_" + kind + ") candidate(name) where %s)";
  }

  private static String openCandidate(String kind) {
    return """
        exists (
          select 1 from engine.user_task_candidate candidate
          where candidate.user_task_key = t.user_task_key and candidate.kind = '"""
        + kind
        + "' and %s)";
  }

  private UserTaskTable() {}
}
