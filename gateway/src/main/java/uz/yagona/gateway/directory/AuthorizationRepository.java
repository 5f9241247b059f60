package uz.yagona.gateway.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.access.Rights.Grant;

/** Rows of {@code gateway.api_authorization}. */
@Component("gatewayAuthorizationRepository")
public final class AuthorizationRepository {
  private static final String INSERT =
      """
      insert into gateway.api_authorization
        (owner_type, owner_id, resource_type, resource_id, resource_property_name,
         permission_types)
      values (:ownerType, :ownerId, :resourceType, :resourceId, :property, :permissions)
      returning authorization_key""";
  private static final String UPDATE =
      """
      update gateway.api_authorization
      set owner_type = :ownerType, owner_id = :ownerId, resource_type = :resourceType,
        resource_id = :resourceId, resource_property_name = :property,
        permission_types = :permissions
      where authorization_key = :key""";
  private static final String DELETE =
      "delete from gateway.api_authorization where authorization_key = :key";
  private static final String DELETE_OWNER =
      "delete from gateway.api_authorization where owner_type = :type and owner_id = :id";
  private static final String GRANTS =
      """
      select resource_type, resource_id, resource_property_name, permission_types
      from gateway.api_authorization
      where (owner_type = 'USER' and owner_id = :user)
        or (owner_type = 'GROUP' and owner_id = any (:groups))
        or (owner_type = 'ROLE' and owner_id = any (:roles))""";

  private final JdbcClient jdbc;

  AuthorizationRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /** Permissions of an owner on a resource, by its id or by a property. */
  record Authorization(
      MemberKind ownerKind,
      String ownerId,
      ResourceType resource,
      @Nullable String resourceId,
      @Nullable String property,
      Set<PermissionType> permissions) {

    /** Id or property, for messages. */
    String target() {
      return String.valueOf(resourceId == null ? property : resourceId);
    }
  }

  /**
   * The key of the new row.
   *
   * @throws DuplicateKeyException when the owner has an authorization on this resource
   */
  long insert(Authorization authorization) {
    return bound(INSERT, authorization).query(Long.class).single();
  }

  /**
   * Whether there is such a row.
   *
   * @throws DuplicateKeyException when the owner has another authorization on this resource
   */
  boolean update(long key, Authorization authorization) {
    return bound(UPDATE, authorization).param("key", key).update() > 0;
  }

  private JdbcClient.StatementSpec bound(String sql, Authorization authorization) {
    return jdbc.sql(sql)
        .param("ownerType", authorization.ownerKind().name())
        .param("ownerId", authorization.ownerId())
        .param("resourceType", authorization.resource().name())
        .param("resourceId", authorization.resourceId())
        .param("property", authorization.property())
        .param(
            "permissions",
            authorization.permissions().stream().map(Enum::name).sorted().toArray(String[]::new));
  }

  boolean delete(long key) {
    return jdbc.sql(DELETE).param("key", key).update() > 0;
  }

  /** Takes everything from an owner who goes, so that nobody of the same name inherits it. */
  void deleteOwner(MemberKind kind, String id) {
    jdbc.sql(DELETE_OWNER).param("type", kind.name()).param("id", id).update();
  }

  /** What the user, the groups and the roles have been granted. */
  public List<Grant> grants(String username, List<String> groups, List<String> roles) {
    return jdbc.sql(GRANTS)
        .param("user", username)
        .param("groups", groups.toArray(String[]::new))
        .param("roles", roles.toArray(String[]::new))
        .query((row, number) -> grant(row))
        .list();
  }

  private static Grant grant(ResultSet row) throws SQLException {
    var permissions = EnumSet.noneOf(PermissionType.class);
    Arrays.stream((Object[]) row.getArray("permission_types").getArray())
        .forEach(name -> permissions.add(PermissionType.valueOf(name.toString())));
    return new Grant(
        ResourceType.valueOf(row.getString("resource_type")),
        row.getString("resource_id"),
        row.getString("resource_property_name"),
        permissions);
  }
}
