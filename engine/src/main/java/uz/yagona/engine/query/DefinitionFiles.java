package uz.yagona.engine.query;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deployed files themselves, also those of deleted definitions: history still shows them. */
@Component("engineDefinitionFiles")
public final class DefinitionFiles {
  private static final String PROCESS =
      "select bpmn_xml from engine.process_definition where process_definition_key = :key";
  private static final String DECISION =
      """
      select r.dmn_xml from engine.decision_definition d
      join engine.decision_requirements r using (decision_requirements_key)
      where d.decision_definition_key = :key""";
  private static final String REQUIREMENTS =
      "select dmn_xml from engine.decision_requirements where decision_requirements_key = :key";
  private static final String FORM =
      """
      select form_key, form_id, version, schema, tenant_id from engine.form
      where form_key = :key""";
  private static final String START_FORM =
      """
      select f.form_key, f.form_id, f.version, f.schema, f.tenant_id
      from engine.process_definition d
      join engine.form f on f.form_id = d.start_form_id and f.tenant_id = d.tenant_id
      where d.process_definition_key = :key and f.deleted_at is null
      order by f.version desc limit 1""";
  private static final String RESOURCE =
      """
      select resource_key, resource_id, version, version_tag, resource_name, tenant_id, content
      from engine.resource where resource_key = :key and deleted_at is null""";

  private static final String DEFINES =
      """
      select case
        when exists (
          select 1 from engine.process_definition where process_definition_key = :key)
        then 'PROCESS'
        when exists (
          select 1 from engine.decision_requirements where decision_requirements_key = :key)
        then 'DECISIONS' else 'NOTHING' end""";

  private final JdbcClient jdbc;

  public DefinitionFiles(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** What leaves history when it is used. */
  public enum Defines {
    PROCESS,
    DECISIONS,
    NOTHING
  }

  /** What the resource with this key defines, deleted or not. */
  public Defines defines(long resourceKey) {
    return Defines.valueOf(
        jdbc.sql(DEFINES).param("key", resourceKey).query(String.class).single());
  }

  /** A form as deployed. */
  public record Form(long formKey, String formId, int version, String schema, String tenantId) {}

  /** A file that is neither BPMN, DMN nor a form. */
  @SuppressWarnings("ArrayRecordComponent")
  public record ResourceFile(
      long resourceKey,
      String resourceId,
      int version,
      @Nullable String versionTag,
      String resourceName,
      String tenantId,
      byte[] content) {}

  public Optional<String> processXml(long processDefinitionKey) {
    return text(PROCESS, processDefinitionKey);
  }

  /** The DMN file that the decision stands in. */
  public Optional<String> decisionXml(long decisionDefinitionKey) {
    return text(DECISION, decisionDefinitionKey);
  }

  public Optional<String> requirementsXml(long decisionRequirementsKey) {
    return text(REQUIREMENTS, decisionRequirementsKey);
  }

  public Optional<Form> form(long formKey) {
    return jdbc.sql(FORM).param("key", formKey).query(Form.class).optional();
  }

  /** The latest version of the form that starts the process. */
  public Optional<Form> startForm(long processDefinitionKey) {
    return jdbc.sql(START_FORM).param("key", processDefinitionKey).query(Form.class).optional();
  }

  public Optional<ResourceFile> resource(long resourceKey) {
    return jdbc.sql(RESOURCE).param("key", resourceKey).query(ResourceFile.class).optional();
  }

  private Optional<String> text(String sql, long key) {
    return jdbc.sql(sql).param("key", key).query(String.class).optional();
  }
}
