package uz.yagona.gateway.directory;

import static uz.yagona.engine.query.Column.Use.NULLABLE;
import static uz.yagona.engine.query.ColumnType.KEY;
import static uz.yagona.engine.query.ColumnType.TEXT;
import static uz.yagona.engine.query.ColumnType.TEXTS;

import java.util.Arrays;
import java.util.List;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.gateway.access.ResourceType;

/** What of the directory can be searched. */
final class DirectoryTables {
  /** Filters members by where they are, as {@code KIND/id}. */
  static final String IN = "memberOf";

  /** Filters roles by a group that has them. */
  static final String OF_GROUP = "roleOfGroup";

  static final SearchTable USERS =
      SearchTable.of("user", "gateway.api_user u")
          .identity("username", TEXT, "u.username")
          .field("name", TEXT, "u.name", NULLABLE)
          .field("email", TEXT, "u.email", NULLABLE)
          .build();
  static final SearchTable GROUPS = containers("group", "GROUP", "groupId").build();
  static final SearchTable ROLES =
      containers("role", "ROLE", "roleId")
          .filter(IN, TEXT, "m.container_kind || '/' || m.container_id", within("ROLE"))
          .filter(
              OF_GROUP,
              TEXT,
              "m.member_id",
              """
              exists (
                select 1 from gateway.membership m
                where m.container_kind = 'ROLE' and m.container_id = c.container_id
                  and m.member_kind = 'GROUP' and %s)""")
          .build();
  static final SearchTable TENANTS = containers("tenant", "TENANT", "tenantId").build();
  static final SearchTable MAPPING_RULES =
      SearchTable.of("mapping rule", "gateway.mapping_rule c")
          .identity("mappingRuleId", TEXT, "c.mapping_rule_id")
          .field("claimName", TEXT, "c.claim_name")
          .field("claimValue", TEXT, "c.claim_value")
          .field("name", TEXT, "c.name")
          .filter(
              IN,
              TEXT,
              "m.container_kind || '/' || m.container_id",
              within("MAPPING_RULE").replace("c.container_id", "c.mapping_rule_id"))
          .build();
  static final SearchTable MEMBER_USERS = members("USER", "username");
  static final SearchTable MEMBER_CLIENTS = members("CLIENT", "clientId");
  static final SearchTable MEMBER_GROUPS = members("GROUP", "groupId");
  static final SearchTable AUTHORIZATIONS =
      SearchTable.of("authorization", "gateway.api_authorization a")
          .identity("authorizationKey", KEY, "a.authorization_key")
          .field("ownerId", TEXT, "a.owner_id")
          .constant(
              "ownerType",
              "a.owner_type",
              List.of("USER", "CLIENT", "GROUP", "ROLE", "MAPPING_RULE"))
          .constant("resourceType", "a.resource_type", resourceTypes())
          .field("resourceId", TEXT, "a.resource_id", NULLABLE)
          .field("resourcePropertyName", TEXT, "a.resource_property_name", NULLABLE)
          .filter("resourceIds", TEXT, "a.resource_id")
          .filter("resourcePropertyNames", TEXT, "a.resource_property_name")
          .shown("permissionTypes", TEXTS, "a.permission_types")
          .build();

  private DirectoryTables() {}

  private static SearchTable.Builder containers(String noun, String kind, String idField) {
    return SearchTable.of(noun, "gateway.container c")
        .only("c.kind = '" + kind + "'")
        .identity(idField, TEXT, "c.container_id")
        .field("name", TEXT, "c.name")
        .shown("description", TEXT, "c.description");
  }

  private static SearchTable members(String kind, String idField) {
    return SearchTable.of("member", "gateway.membership m")
        .only("m.member_kind = '" + kind + "'")
        .identity(idField, TEXT, "m.member_id")
        .filter(IN, TEXT, "m.container_kind || '/' || m.container_id")
        .build();
  }

  private static String within(String memberKind) {
    return """
        exists (
          select 1 from gateway.membership m
          where m.member_id = c.container_id and m.member_kind = '"""
        + memberKind
        + "' and %s)";
  }

  private static List<String> resourceTypes() {
    return Arrays.stream(ResourceType.values()).map(Enum::name).toList();
  }
}
