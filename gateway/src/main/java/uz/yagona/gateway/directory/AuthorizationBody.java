package uz.yagona.gateway.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.access.Rights;
import uz.yagona.gateway.directory.AuthorizationRepository.Authorization;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchBody;

/**
 * What a request says of an authorization: by the resource's id, or by a property of user tasks.
 */
record AuthorizationBody(
    @Nullable String ownerId,
    @Nullable String ownerType,
    @Nullable String resourceType,
    @Nullable String resourceId,
    @Nullable String resourcePropertyName,
    @Nullable List<String> permissionTypes) {
  private static final Set<String> PROPERTIES =
      Set.of("assignee", "candidateUsers", "candidateGroups");
  private static final Set<String> CATEGORIES = Set.of("ADMIN", "DEPLOYED_RESOURCES", "USER_TASKS");

  /** Types whose resources have no ids of their own. */
  private static final Set<ResourceType> WITHOUT_IDS =
      EnumSet.of(
          ResourceType.AUTHORIZATION,
          ResourceType.BATCH,
          ResourceType.DOCUMENT,
          ResourceType.EXPRESSION,
          ResourceType.GLOBAL_LISTENER,
          ResourceType.SYSTEM,
          ResourceType.USER_TASK);

  /**
   * The authorization.
   *
   * @throws InvalidRequestException when parts are missing or do not fit together
   */
  Authorization authorization() {
    var resource = one(ResourceType.class, "resourceType", resourceType);
    var id = Names.optional("resourceId", resourceId);
    var property = Names.optional("resourcePropertyName", resourcePropertyName);
    if ((id == null) == (property == null)) {
      throw new InvalidRequestException(
          "Expected one of 'resourceId' and 'resourcePropertyName', but got %s"
              .formatted(id == null ? "neither" : "both"));
    }
    if (property == null) {
      checkId(resource, String.valueOf(id));
    } else if (resource != ResourceType.USER_TASK || !PROPERTIES.contains(property)) {
      throw new InvalidRequestException(
          "Expected one of %s of a USER_TASK as 'resourcePropertyName', but got '%s' of a %s"
              .formatted(PROPERTIES.stream().sorted().toList(), property, resource));
    }
    return new Authorization(
        one(MemberKind.class, "ownerType", ownerType),
        Names.id("ownerId", ownerId),
        resource,
        id,
        property,
        permissions(resource));
  }

  private static void checkId(ResourceType resource, String id) {
    var isKnown =
        id.equals(Rights.ANY)
            || (resource == ResourceType.AUDIT_LOG
                ? CATEGORIES.contains(id)
                : !WITHOUT_IDS.contains(resource));
    if (!isKnown) {
      throw new InvalidRequestException(
          "Expected '*'%s as 'resourceId' of %s, but got '%s'"
              .formatted(resource == ResourceType.AUDIT_LOG ? " or a category" : "", resource, id));
    }
  }

  private Set<PermissionType> permissions(ResourceType resource) {
    var permissions = EnumSet.noneOf(PermissionType.class);
    for (var name : Values.list(permissionTypes)) {
      permissions.add(one(PermissionType.class, "permissionTypes", name));
    }
    if (permissions.isEmpty() || !resource.permissions().containsAll(permissions)) {
      throw new InvalidRequestException(
          "Expected some of %s as 'permissionTypes' of %s, but got %s"
              .formatted(resource.permissions(), resource, permissions));
    }
    return permissions;
  }

  private static <E extends Enum<E>> E one(Class<E> type, String field, @Nullable String name) {
    var given = Values.required(field, name);
    for (var constant : type.getEnumConstants()) {
      if (constant.name().equals(given)) {
        return constant;
      }
    }
    throw new InvalidRequestException(
        "Expected one of %s for '%s', but got '%s'"
            .formatted(List.of(type.getEnumConstants()), field, given));
  }

  /** The search, with lists of ids and properties read as "one of these". */
  static @Nullable SearchBody withOneOf(@Nullable SearchBody body) {
    if (body != null && body.filter() != null) {
      oneOf(body.filter(), "resourceIds");
      oneOf(body.filter(), "resourcePropertyNames");
    }
    return body;
  }

  private static void oneOf(ObjectNode filter, String field) {
    var list = filter.get(field);
    if (list != null && list.isArray()) {
      filter.putObject(field).set("$in", list);
    }
  }
}
