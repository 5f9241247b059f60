package uz.yagona.engine.definition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code decision_requirements} and {@code decision_definition}. */
final class DecisionRepository {
  private static final String LOAD_REQUIREMENTS =
      """
      select decision_requirements_key, decision_requirements_id, version, name, resource_name, checksum,
        deployment_key, deleted_at is not null as deleted
      from engine.decision_requirements
      order by decision_requirements_key
      """;
  private static final String LOAD_DECISIONS =
      """
      select decision_definition_key, decision_definition_id, version, version_tag, name, decision_requirements_key,
        deleted_at is not null as deleted
      from engine.decision_definition
      order by decision_definition_key
      """;
  private static final String XML =
      "select dmn_xml from engine.decision_requirements where decision_requirements_key = :key";
  private static final String INSERT_REQUIREMENTS =
      """
      insert into engine.decision_requirements (decision_requirements_key, decision_requirements_id, name, version,
        resource_name, checksum, dmn_xml, deployment_key, deployed_at)
      values (:key, :id, :name, :version, :resourceName, :checksum, :xml, :deploymentKey, :deployedAt)
      """;
  private static final String INSERT_DECISION =
      """
      insert into engine.decision_definition (decision_definition_key, decision_definition_id, name, version,
        version_tag, decision_requirements_key, decision_requirements_id, decision_requirements_name,
        decision_requirements_version, deployment_key)
      values (:key, :id, :name, :version, :versionTag, :requirementsKey, :requirementsId, :requirementsName,
        :requirementsVersion, :deploymentKey)
      """;
  private static final String DELETE_REQUIREMENTS =
      "update engine.decision_requirements set deleted_at = :now where decision_requirements_key = :key";
  private static final String DELETE_DECISIONS =
      "update engine.decision_definition set deleted_at = :now where decision_requirements_key = :key";

  private final JdbcClient jdbc;

  DecisionRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void load(Catalog<RequirementsDefinition> requirements, Catalog<DecisionDefinition> decisions) {
    jdbc.sql(LOAD_REQUIREMENTS)
        .query(
            row -> {
              requirements.load(
                  new RequirementsDefinition(
                      row.getLong("decision_requirements_key"),
                      row.getString("decision_requirements_id"),
                      row.getInt("version"),
                      row.getString("name"),
                      row.getString("resource_name"),
                      row.getString("checksum"),
                      row.getLong("deployment_key")),
                  row.getBoolean("deleted"));
            });
    jdbc.sql(LOAD_DECISIONS)
        .query(
            row -> {
              var file = requirements.find(row.getLong("decision_requirements_key"));
              if (file != null) {
                decisions.load(
                    new DecisionDefinition(
                        row.getLong("decision_definition_key"),
                        row.getString("decision_definition_id"),
                        row.getInt("version"),
                        row.getString("version_tag"),
                        row.getString("name"),
                        file),
                    row.getBoolean("deleted"));
              }
            });
  }

  byte[] xml(long requirementsKey) {
    return jdbc.sql(XML)
        .param("key", requirementsKey)
        .query(String.class)
        .single()
        .getBytes(StandardCharsets.UTF_8);
  }

  void insert(RequirementsDefinition file, String xml, Instant now) {
    jdbc.sql(INSERT_REQUIREMENTS)
        .param("key", file.key())
        .param("id", file.id())
        .param("name", file.name())
        .param("version", file.version())
        .param("resourceName", file.resourceName())
        .param("checksum", file.checksum())
        .param("xml", xml)
        .param("deploymentKey", file.deploymentKey())
        .param("deployedAt", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void insert(DecisionDefinition decision) {
    jdbc.sql(INSERT_DECISION)
        .param("key", decision.key())
        .param("id", decision.id())
        .param("name", decision.name())
        .param("version", decision.version())
        .param("versionTag", decision.versionTag())
        .param("requirementsKey", decision.requirements().key())
        .param("requirementsId", decision.requirements().id())
        .param("requirementsName", decision.requirements().name())
        .param("requirementsVersion", decision.requirements().version())
        .param("deploymentKey", decision.deploymentKey())
        .update();
  }

  void delete(long requirementsKey, Instant now) {
    for (var sql : new String[] {DELETE_REQUIREMENTS, DELETE_DECISIONS}) {
      jdbc.sql(sql)
          .param("key", requirementsKey)
          .param("now", now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }
}
