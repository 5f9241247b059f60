package uz.yagona.engine.definition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code form} and {@code resource}, which differ in names only. */
final class FileRepository {
  private static final String LOAD =
      """
      select %1$s_key, %1$s_id, version, version_tag, resource_name, checksum, deployment_key,
        deleted_at is not null as deleted
      from engine.%1$s
      order by %1$s_key
      """;
  private static final String INSERT =
      """
      insert into engine.%1$s (%1$s_key, %1$s_id, version, version_tag, resource_name, checksum, %2$s,
        deployment_key, deployed_at)
      values (:key, :id, :version, :versionTag, :resourceName, :checksum, :content, :deploymentKey, :deployedAt)
      """;
  private static final String DELETE =
      "update engine.%1$s set deleted_at = :now where %1$s_key = :key";

  private final JdbcClient jdbc;
  private final String table;
  private final boolean isText;

  private FileRepository(JdbcClient jdbc, String table, boolean isText) {
    this.jdbc = jdbc;
    this.table = table;
    this.isText = isText;
  }

  static FileRepository forms(JdbcClient jdbc) {
    return new FileRepository(jdbc, "form", true);
  }

  static FileRepository resources(JdbcClient jdbc) {
    return new FileRepository(jdbc, "resource", false);
  }

  void load(Catalog<FileDefinition> catalog) {
    jdbc.sql(LOAD.formatted(table))
        .query(
            row -> {
              catalog.load(
                  new FileDefinition(
                      row.getLong(table + "_key"),
                      row.getString(table + "_id"),
                      row.getInt("version"),
                      row.getString("version_tag"),
                      row.getString("resource_name"),
                      row.getString("checksum"),
                      row.getLong("deployment_key")),
                  row.getBoolean("deleted"));
            });
  }

  void insert(FileDefinition file, byte[] content, Instant now) {
    jdbc.sql(INSERT.formatted(table, isText ? "schema" : "content"))
        .param("key", file.key())
        .param("id", file.id())
        .param("version", file.version())
        .param("versionTag", file.versionTag())
        .param("resourceName", file.resourceName())
        .param("checksum", file.checksum())
        .param("content", isText ? new String(content, StandardCharsets.UTF_8) : content)
        .param("deploymentKey", file.deploymentKey())
        .param("deployedAt", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(long key, Instant now) {
    jdbc.sql(DELETE.formatted(table))
        .param("key", key)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
