package uz.yagona.gateway.access;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller may do. There are no prohibitions: what nobody granted is not allowed. */
public final class Rights {
  /** Stands for every resource of a type. */
  public static final String ANY = "*";

  /** Of the installation's own callers: everything, without a look at any authorization. */
  public static final Rights UNLIMITED = new Rights(true);

  private final boolean isUnlimited;
  private final Map<ResourceType, Map<PermissionType, Set<String>>> ids =
      new EnumMap<>(ResourceType.class);
  private final Map<PermissionType, Set<String>> taskProperties =
      new EnumMap<>(PermissionType.class);

  private Rights(boolean isUnlimited) {
    this.isUnlimited = isUnlimited;
  }

  /**
   * One authorization.
   *
   * @param resourceId an id or {@code *}; {@code null} when a property decides
   * @param property of a user task that names the caller; {@code null} when the id decides
   */
  public record Grant(
      ResourceType resource,
      @Nullable String resourceId,
      @Nullable String property,
      Set<PermissionType> permissions) {}

  /** All that the authorizations grant together. */
  public static Rights of(Collection<Grant> grants) {
    var rights = new Rights(false);
    grants.forEach(rights::add);
    return rights;
  }

  private void add(Grant grant) {
    for (var permission : grant.permissions()) {
      if (grant.property() != null) {
        taskProperties.computeIfAbsent(permission, key -> new HashSet<>()).add(grant.property());
      } else if (grant.resourceId() != null) {
        ids.computeIfAbsent(grant.resource(), key -> new EnumMap<>(PermissionType.class))
            .computeIfAbsent(permission, key -> new HashSet<>())
            .add(grant.resourceId());
      }
    }
  }

  public boolean isUnlimited() {
    return isUnlimited;
  }

  /** Whether the permission is there for this resource. */
  public boolean has(ResourceType resource, PermissionType permission, String id) {
    var granted = ids(resource, permission);
    return granted == null || granted.contains(id);
  }

  /** Whether the permission is there for every resource of the type. */
  public boolean hasAny(ResourceType resource, PermissionType permission) {
    return ids(resource, permission) == null;
  }

  /** The resources on which the permission is there; {@code null} means every one. */
  public @Nullable Set<String> ids(ResourceType resource, PermissionType permission) {
    if (isUnlimited) {
      return null;
    }
    var granted = ids.getOrDefault(resource, Map.of()).getOrDefault(permission, Set.of());
    return granted.contains(ANY) ? null : Set.copyOf(granted);
  }

  /** Properties of a user task that give the permission on tasks where they name the caller. */
  public Set<String> taskProperties(PermissionType permission) {
    return Set.copyOf(taskProperties.getOrDefault(permission, Set.of()));
  }
}
