package uz.yagona.gateway.access;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.gateway.problem.ForbiddenException;

/**
 * Who calls the API.
 *
 * @param name username or client id
 * @param groups the user's groups
 * @param roles given to the user or to one of its groups
 */
public record Caller(String name, Type type, List<String> groups, List<String> roles, Rights rights)
    implements Principal {

  /** A person, or a program of the installation. */
  public enum Type {
    USER,
    CLIENT
  }

  /** A program of the installation, with all rights. */
  public static Caller ofInstallation(String clientId) {
    return new Caller(clientId, Type.CLIENT, List.of(), List.of(), Rights.UNLIMITED);
  }

  @Override
  public String getName() {
    return name;
  }

  /**
   * Refuses unless the permission is there for this resource.
   *
   * @throws ForbiddenException with the permission that is missing
   */
  public void require(ResourceType resource, PermissionType permission, String id) {
    if (!rights.has(resource, permission, id)) {
      throw lacks(resource, permission, "'" + id + "'");
    }
  }

  /** Refuses unless the permission is there for every resource of the type. */
  public void requireForAll(ResourceType resource, PermissionType permission) {
    if (!rights.hasAny(resource, permission)) {
      throw lacks(resource, permission, "'*'");
    }
  }

  /** Refuses unless the permission is there for at least one resource; gives which. */
  public @Nullable Set<String> requireForSome(ResourceType resource, PermissionType permission) {
    var ids = rights.ids(resource, permission);
    if (ids != null && ids.isEmpty()) {
      throw lacks(resource, permission, "one at least");
    }
    return ids;
  }

  /** What to answer when a permission is missing. */
  public ForbiddenException lacks(
      ResourceType resource, PermissionType permission, String resources) {
    return new ForbiddenException(
        "Expected permission %s on %s %s, but %s '%s' does not have it"
            .formatted(
                permission, resource, resources, type == Type.USER ? "user" : "client", name));
  }
}
