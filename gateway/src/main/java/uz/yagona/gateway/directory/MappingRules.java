package uz.yagona.gateway.directory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.gateway.audit.AuditEntity;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.directory.MappingRuleRepository.MappingRule;

/** Makes, changes and removes mapping rules. */
@Component("gatewayMappingRules")
final class MappingRules {
  private final DirectoryChanges changes;
  private final MappingRuleRepository rules;
  private final MembershipRepository memberships;
  private final AuthorizationRepository authorizations;
  private final AuditLog audit;

  MappingRules(
      DirectoryChanges changes,
      MappingRuleRepository rules,
      MembershipRepository memberships,
      AuthorizationRepository authorizations,
      AuditLog audit) {
    this.changes = changes;
    this.rules = rules;
    this.memberships = memberships;
    this.authorizations = authorizations;
    this.audit = audit;
  }

  void create(MappingRule rule) {
    changes.make(
        () -> {
          if (!rules.insert(rule)) {
            throw RejectedException.alreadyExists(
                "Expected to create mapping rule '%s' for claim '%s', but there is one with this id"
                    + " or claim and value",
                rule.mappingRuleId(), rule.claimName());
          }
          record(AuditOperation.CREATE, rule.mappingRuleId());
        });
  }

  void update(MappingRule rule) {
    try {
      changes.make(
          () -> {
            if (!rules.update(rule)) {
              throw absent(rule.mappingRuleId());
            }
            record(AuditOperation.UPDATE, rule.mappingRuleId());
          });
    } catch (DuplicateKeyException e) {
      throw RejectedException.alreadyExists(
          "Expected claim '%s' with a value that no mapping rule has, but another one has it",
          rule.claimName());
    }
  }

  void delete(String id) {
    changes.make(
        () -> {
          if (!rules.delete(id)) {
            throw absent(id);
          }
          memberships.deleteMember(MemberKind.MAPPING_RULE, id);
          authorizations.deleteOwner(MemberKind.MAPPING_RULE, id);
          record(AuditOperation.DELETE, id);
        });
  }

  private void record(AuditOperation operation, String id) {
    audit.record(AuditEntry.admin(operation, AuditEntity.MAPPING_RULE, id));
  }

  private static RejectedException absent(String id) {
    return RejectedException.notFound(
        "Expected to find a mapping rule with key '%s', but there is none", id);
  }
}
