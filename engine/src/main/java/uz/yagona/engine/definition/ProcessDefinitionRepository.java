package uz.yagona.engine.definition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code process_definition}. */
final class ProcessDefinitionRepository {
  private static final String LOAD =
      """
      select process_definition_key, process_definition_id, version, version_tag, name, resource_name, checksum,
        deployment_key, deleted_at is not null as deleted
      from engine.process_definition
      order by process_definition_key
      """;
  private static final String XML =
      "select bpmn_xml from engine.process_definition where process_definition_key = :key";
  private static final String INSERT =
      """
      insert into engine.process_definition (process_definition_key, process_definition_id, version, version_tag,
        name, resource_name, checksum, bpmn_xml, start_form_id, deployment_key, deployed_at)
      values (:key, :id, :version, :versionTag, :name, :resourceName, :checksum, :xml, :startFormId, :deploymentKey,
        :deployedAt)
      """;
  private static final String DELETE =
      "update engine.process_definition set deleted_at = :now where process_definition_key = :key";

  private final JdbcClient jdbc;

  ProcessDefinitionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void load(Catalog<ProcessDefinition> catalog) {
    jdbc.sql(LOAD)
        .query(
            row -> {
              catalog.load(
                  new ProcessDefinition(
                      row.getLong("process_definition_key"),
                      row.getString("process_definition_id"),
                      row.getInt("version"),
                      row.getString("version_tag"),
                      row.getString("name"),
                      row.getString("resource_name"),
                      row.getString("checksum"),
                      row.getLong("deployment_key")),
                  row.getBoolean("deleted"));
            });
  }

  byte[] xml(long key) {
    return jdbc.sql(XML)
        .param("key", key)
        .query(String.class)
        .single()
        .getBytes(StandardCharsets.UTF_8);
  }

  void insert(ProcessDefinition process, String xml, @Nullable String startFormId, Instant now) {
    jdbc.sql(INSERT)
        .param("key", process.key())
        .param("id", process.id())
        .param("version", process.version())
        .param("versionTag", process.versionTag())
        .param("name", process.name())
        .param("resourceName", process.resourceName())
        .param("checksum", process.checksum())
        .param("xml", xml)
        .param("startFormId", startFormId)
        .param("deploymentKey", process.deploymentKey())
        .param("deployedAt", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(long key, Instant now) {
    jdbc.sql(DELETE).param("key", key).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }
}
