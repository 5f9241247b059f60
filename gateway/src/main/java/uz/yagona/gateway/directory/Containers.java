package uz.yagona.gateway.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.gateway.audit.AuditEntity;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.NotSupportedException;

/** Makes, changes and removes groups and roles; of tenants there is the default one. */
@Component("gatewayContainers")
final class Containers {
  private final DirectoryChanges changes;
  private final ContainerRepository containers;
  private final MembershipRepository memberships;
  private final AuthorizationRepository authorizations;
  private final AuditLog audit;

  Containers(
      DirectoryChanges changes,
      ContainerRepository containers,
      MembershipRepository memberships,
      AuthorizationRepository authorizations,
      AuditLog audit) {
    this.changes = changes;
    this.containers = containers;
    this.memberships = memberships;
    this.authorizations = authorizations;
    this.audit = audit;
  }

  void create(ContainerKind kind, String id, String name, @Nullable String description) {
    if (kind == ContainerKind.TENANT) {
      throw new NotSupportedException(
          "Further tenants are not supported: this engine does not keep the data of tenants apart");
    }
    changes.make(
        () -> {
          if (!containers.insert(kind, id, name, description)) {
            throw RejectedException.alreadyExists(
                "Expected to create %s '%s', but there is one with this id", kind.noun(), id);
          }
          record(AuditOperation.CREATE, kind, id);
        });
  }

  void update(ContainerKind kind, String id, String name, @Nullable String description) {
    changes.make(
        () -> {
          if (!containers.update(kind, id, name, description)) {
            throw absent(kind, id);
          }
          record(AuditOperation.UPDATE, kind, id);
        });
  }

  /** With its members' places, its own places and what it was granted. */
  void delete(ContainerKind kind, String id) {
    if (kind == ContainerKind.TENANT && id.equals(Values.TENANT)) {
      throw RejectedException.invalidState(
          "Expected to delete another tenant than '%s', but got it", Values.TENANT);
    }
    changes.make(
        () -> {
          if (!containers.delete(kind, id)) {
            throw absent(kind, id);
          }
          memberships.deleteContainer(kind, id);
          if (kind != ContainerKind.TENANT) {
            var member = MemberKind.valueOf(kind.name());
            memberships.deleteMember(member, id);
            authorizations.deleteOwner(member, id);
          }
          record(AuditOperation.DELETE, kind, id);
        });
  }

  private void record(AuditOperation operation, ContainerKind kind, String id) {
    audit.record(AuditEntry.admin(operation, AuditEntity.valueOf(kind.name()), id));
  }

  private static RejectedException absent(ContainerKind kind, String id) {
    return RejectedException.notFound(
        "Expected to find a %s with key '%s', but there is none", kind.noun(), id);
  }
}
