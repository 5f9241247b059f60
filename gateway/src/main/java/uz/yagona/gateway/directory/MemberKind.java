package uz.yagona.gateway.directory;

import java.util.Arrays;
import uz.yagona.engine.query.SearchTable;

/** What can be a member. */
enum MemberKind {
  USER("users", "user"),
  CLIENT("clients", "client"),
  GROUP("groups", "group"),
  ROLE("roles", "role"),
  MAPPING_RULE("mapping-rules", "mapping rule");

  private final String path;
  private final String noun;

  MemberKind(String path, String noun) {
    this.path = path;
    this.noun = noun;
  }

  /** By the part of an address, for example {@code mapping-rules}. */
  static MemberKind ofPath(String path) {
    return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst().orElseThrow();
  }

  String noun() {
    return noun;
  }

  /** What a list of such members shows; each table is filtered by {@link DirectoryTables#IN}. */
  SearchTable table() {
    return switch (this) {
      case USER -> DirectoryTables.MEMBER_USERS;
      case CLIENT -> DirectoryTables.MEMBER_CLIENTS;
      case GROUP -> DirectoryTables.MEMBER_GROUPS;
      case ROLE -> DirectoryTables.ROLES;
      case MAPPING_RULE -> DirectoryTables.MAPPING_RULES;
    };
  }
}
