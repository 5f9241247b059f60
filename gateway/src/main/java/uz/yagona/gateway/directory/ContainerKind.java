package uz.yagona.gateway.directory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.gateway.access.ResourceType;

/** What has members. */
enum ContainerKind {
  GROUP(
      "groups",
      ResourceType.GROUP,
      EnumSet.of(MemberKind.USER, MemberKind.CLIENT, MemberKind.MAPPING_RULE)),
  ROLE(
      "roles",
      ResourceType.ROLE,
      EnumSet.of(MemberKind.USER, MemberKind.CLIENT, MemberKind.GROUP, MemberKind.MAPPING_RULE)),
  TENANT("tenants", ResourceType.TENANT, EnumSet.allOf(MemberKind.class));

  private final String path;
  private final ResourceType resource;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Set<MemberKind> members;

  ContainerKind(String path, ResourceType resource, Set<MemberKind> members) {
    this.path = path;
    this.resource = resource;
    this.members = members;
  }

  /** By the part of an address, for example {@code groups}. */
  static ContainerKind ofPath(String path) {
    return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst().orElseThrow();
  }

  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For example {@code groupId}. */
  String idField() {
    return noun() + "Id";
  }

  /** On which rights are given. */
  ResourceType resource() {
    return resource;
  }

  /** Whether members of this kind can be there. */
  boolean takes(MemberKind member) {
    return members.contains(member);
  }

  SearchTable table() {
    return switch (this) {
      case GROUP -> DirectoryTables.GROUPS;
      case ROLE -> DirectoryTables.ROLES;
      case TENANT -> DirectoryTables.TENANTS;
    };
  }
}
