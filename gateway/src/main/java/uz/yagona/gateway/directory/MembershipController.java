package uz.yagona.gateway.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.Condition;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.audit.AuditEntity;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.directory.MembershipRepository.Membership;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Members of groups, roles and tenants. Who may update those decides who is in them. */
@ChecksRights
@RestController("gatewayMembershipController")
@RequestMapping(
    "/v2/{kind:groups|roles|tenants}/{id}/{members:users|clients|groups|roles|mapping-rules}")
final class MembershipController {
  private final DirectoryChanges changes;
  private final MembershipRepository memberships;
  private final Entries entries;
  private final SearchCalls searches;
  private final AuditLog audit;

  MembershipController(
      DirectoryChanges changes,
      MembershipRepository memberships,
      Entries entries,
      SearchCalls searches,
      AuditLog audit) {
    this.changes = changes;
    this.memberships = memberships;
    this.entries = entries;
    this.searches = searches;
    this.audit = audit;
  }

  @PutMapping("/{memberId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(
      @PathVariable String kind,
      @PathVariable String id,
      @PathVariable String members,
      @PathVariable String memberId) {
    var membership = change(kind, id, members, memberId);
    entries.require(membership.kind(), id);
    entries.require(membership.memberKind(), memberId);
    changes.make(
        () -> {
          if (!memberships.insert(membership)) {
            throw RejectedException.alreadyExists(
                "Expected %s '%s' not to be in %s '%s', but it is",
                membership.memberKind().noun(), memberId, membership.kind().noun(), id);
          }
          record(AuditOperation.ASSIGN, membership);
        });
  }

  @DeleteMapping("/{memberId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unassign(
      @PathVariable String kind,
      @PathVariable String id,
      @PathVariable String members,
      @PathVariable String memberId) {
    var membership = change(kind, id, members, memberId);
    entries.require(membership.kind(), id);
    changes.make(
        () -> {
          if (!memberships.delete(membership)) {
            throw RejectedException.notFound(
                "Expected %s '%s' to be in %s '%s', but it is not",
                membership.memberKind().noun(), memberId, membership.kind().noun(), id);
          }
          record(AuditOperation.UNASSIGN, membership);
        });
  }

  private void record(AuditOperation operation, Membership membership) {
    audit.record(
        AuditEntry.admin(
                operation, AuditEntity.valueOf(membership.kind().name()), membership.containerId())
            .related(AuditEntity.valueOf(membership.memberKind().name()), membership.memberId()));
  }

  private static Membership change(String kind, String id, String members, String memberId) {
    var membership =
        new Membership(
            ContainerKind.ofPath(kind),
            id,
            MemberKind.ofPath(members),
            Names.id("memberId", memberId));
    CurrentCaller.get().require(membership.kind().resource(), PermissionType.UPDATE, id);
    checkTakes(membership.kind(), membership.memberKind());
    return membership;
  }

  @PostMapping("/search")
  SearchAnswer search(
      @PathVariable String kind,
      @PathVariable String id,
      @PathVariable String members,
      @RequestBody(required = false) @Nullable SearchBody body) {
    var container = ContainerKind.ofPath(kind);
    var member = MemberKind.ofPath(members);
    CurrentCaller.get().require(container.resource(), PermissionType.READ, id);
    entries.require(container, id);
    if (container == ContainerKind.GROUP && member == MemberKind.ROLE) {
      var ofGroup = Condition.equalTo(DirectoryTables.OF_GROUP, id);
      return searches.search(DirectoryTables.ROLES, body, null, ofGroup);
    }
    checkTakes(container, member);
    var in = Condition.equalTo(DirectoryTables.IN, container.name() + "/" + id);
    return searches.search(member.table(), body, null, in);
  }

  private static void checkTakes(ContainerKind container, MemberKind member) {
    if (!container.takes(member)) {
      throw RejectedException.notFound(
          "Expected members that a %s can have, but got %s", container.noun(), member.noun());
    }
  }
}
