package uz.yagona.gateway.directory;

import org.springframework.stereotype.Component;
import uz.yagona.engine.api.RejectedException;

/** Tells whether what a request names is there. */
@Component("gatewayDirectoryEntries")
final class Entries {
  private final UserRepository users;
  private final ContainerRepository containers;
  private final MappingRuleRepository rules;

  Entries(UserRepository users, ContainerRepository containers, MappingRuleRepository rules) {
    this.users = users;
    this.containers = containers;
    this.rules = rules;
  }

  void require(ContainerKind kind, String id) {
    if (!containers.exists(kind, id)) {
      throw absent(kind.noun(), id);
    }
  }

  /** Clients are not kept here, so every client id will do. */
  void require(MemberKind kind, String id) {
    var isThere =
        switch (kind) {
          case USER -> users.find(id).isPresent();
          case CLIENT -> true;
          case GROUP -> containers.exists(ContainerKind.GROUP, id);
          case ROLE -> containers.exists(ContainerKind.ROLE, id);
          case MAPPING_RULE -> rules.exists(id);
        };
    if (!isThere) {
      throw absent(kind.noun(), id);
    }
  }

  private static RejectedException absent(String noun, String id) {
    return RejectedException.notFound(
        "Expected to find a %s with key '%s', but there is none", noun, id);
  }
}
