package uz.yagona.engine.query;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which definition a row belongs to, by the row's key: rights are given by definition. */
@Component("engineOwningDefinitions")
public final class OwningDefinitions {
  private static final String OF_INSTANCE =
      """
      process_definition_id as definition_id, process_definition_key as definition_key,
        process_instance_key, root_process_instance_key""";
  private static final String OF_ELEMENT =
      "select " + OF_INSTANCE + ", element_instance_key from engine.";
  private static final String ELEMENT =
      OF_ELEMENT
          + "element_instance where element_instance_key = :key union all select "
          + OF_INSTANCE
          + ", null::bigint from engine.process_instance where process_instance_key = :key limit 1";
  private static final String DECISIONS_OF_EVALUATION =
      """
      select distinct decision_definition_id from engine.decision_instance
      where decision_evaluation_key = :key order by decision_definition_id""";
  private static final String FILE =
      """
      select 'PROCESS' as kind, process_definition_id as id, resource_name as name
      from engine.process_definition where process_definition_key = :key and deleted_at is null
      union all
      select 'DRD', decision_requirements_id, resource_name from engine.decision_requirements
      where decision_requirements_key = :key and deleted_at is null
      union all
      select 'FORM', form_id, resource_name from engine.form
      where form_key = :key and deleted_at is null
      union all
      select 'RESOURCE', resource_id, resource_name from engine.resource
      where resource_key = :key and deleted_at is null""";

  private final JdbcClient jdbc;

  public OwningDefinitions(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** Kinds of rows that belong to a process or decision. */
  public enum Kind {
    PROCESS_DEFINITION(
        "process definition",
        """
        select process_definition_id as definition_id, process_definition_key as definition_key,
          null::bigint as process_instance_key, null::bigint as root_process_instance_key,
          null::bigint as element_instance_key
        from engine.process_definition where process_definition_key = :key"""),
    PROCESS_INSTANCE(
        "process instance",
        "select "
            + OF_INSTANCE
            + ", null::bigint as element_instance_key"
            + " from engine.process_instance where process_instance_key = :key"),
    /** An element instance, or a process instance by its own key. */
    ELEMENT_INSTANCE("element instance", ELEMENT),
    JOB("job", OF_ELEMENT + "job where job_key = :key"),
    INCIDENT("incident", OF_ELEMENT + "incident where incident_key = :key"),
    USER_TASK("user task", OF_ELEMENT + "user_task where user_task_key = :key"),
    DECISION_DEFINITION(
        "decision definition",
        """
        select decision_definition_id as definition_id, decision_definition_key as definition_key,
          null::bigint as process_instance_key, null::bigint as root_process_instance_key,
          null::bigint as element_instance_key
        from engine.decision_definition where decision_definition_key = :key"""),
    DECISION_REQUIREMENTS(
        "decision requirements",
        """
        select decision_requirements_id as definition_id,
          decision_requirements_key as definition_key,
          null::bigint as process_instance_key, null::bigint as root_process_instance_key,
          null::bigint as element_instance_key
        from engine.decision_requirements where decision_requirements_key = :key""");

    private final String noun;
    private final String sql;

    Kind(String noun, String sql) {
      this.noun = noun;
      this.sql = sql;
    }

    /** For messages. */
    public String noun() {
      return noun;
    }
  }

  /** The definition, and where in a process instance the row stands. */
  public record Owner(
      String definitionId,
      long definitionKey,
      @Nullable Long processInstanceKey,
      @Nullable Long rootProcessInstanceKey,
      @Nullable Long elementInstanceKey) {}

  /**
   * A deployed file that can be deleted.
   *
   * @param kind PROCESS, DRD, FORM or RESOURCE
   */
  public record DeployedFile(String kind, String id, String name) {}

  /** Whom the row belongs to, also when its definition was deleted. */
  public Optional<Owner> of(Kind kind, long key) {
    return jdbc.sql(kind.sql).param("key", key).query(Owner.class).optional();
  }

  /** Ids of the decisions that an evaluation took. */
  public List<String> decisionsOf(long decisionEvaluationKey) {
    return jdbc.sql(DECISIONS_OF_EVALUATION)
        .param("key", decisionEvaluationKey)
        .query(String.class)
        .list();
  }

  /** What a deployed file that was not deleted is. */
  public Optional<DeployedFile> file(long key) {
    return jdbc.sql(FILE).param("key", key).query(DeployedFile.class).optional();
  }
}
