package uz.yagona.gateway.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;

/** Rows of {@code gateway.container}: groups, roles and tenants. */
@Component("gatewayContainerRepository")
final class ContainerRepository {
  private static final String INSERT =
      """
      insert into gateway.container (kind, container_id, name, description)
      values (:kind, :id, :name, :description) on conflict do nothing""";
  private static final String UPDATE =
      """
      update gateway.container set name = :name, description = :description
      where kind = :kind and container_id = :id""";
  private static final String DELETE =
      "delete from gateway.container where kind = :kind and container_id = :id";
  private static final String EXISTS =
      """
      select exists (
        select 1 from gateway.container where kind = :kind and container_id = :id)""";

  private final JdbcClient jdbc;

  ContainerRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /** Whether the id was free. */
  boolean insert(ContainerKind kind, String id, String name, @Nullable String description) {
    return write(INSERT, kind, id, name, description);
  }

  boolean update(ContainerKind kind, String id, String name, @Nullable String description) {
    return write(UPDATE, kind, id, name, description);
  }

  private boolean write(
      String sql, ContainerKind kind, String id, String name, @Nullable String description) {
    var written =
        jdbc.sql(sql)
            .param("kind", kind.name())
            .param("id", id)
            .param("name", name)
            .param("description", description)
            .update();
    return written > 0;
  }

  boolean delete(ContainerKind kind, String id) {
    return jdbc.sql(DELETE).param("kind", kind.name()).param("id", id).update() > 0;
  }

  boolean exists(ContainerKind kind, String id) {
    return jdbc.sql(EXISTS)
        .param("kind", kind.name())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }
}
