package uz.yagona.gateway.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.gateway.audit.AuditEntity;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.directory.UserRepository.User;

/** Makes, changes and removes users. */
@Component("gatewayUsers")
final class Users {
  private final DirectoryChanges changes;
  private final UserRepository users;
  private final MembershipRepository memberships;
  private final AuthorizationRepository authorizations;
  private final Passwords passwords;
  private final ReservedNames reserved;
  private final Engine engine;
  private final AuditLog audit;

  Users(
      DirectoryChanges changes,
      UserRepository users,
      MembershipRepository memberships,
      AuthorizationRepository authorizations,
      Passwords passwords,
      ReservedNames reserved,
      Engine engine,
      AuditLog audit) {
    this.changes = changes;
    this.users = users;
    this.memberships = memberships;
    this.authorizations = authorizations;
    this.passwords = passwords;
    this.reserved = reserved;
    this.engine = engine;
    this.audit = audit;
  }

  void create(String username, @Nullable String name, @Nullable String email, String password) {
    if (reserved.names().contains(username)) {
      throw RejectedException.alreadyExists(
          "Expected to create user '%s', but a client of the installation has this name", username);
    }
    var user = new User(username, name, email, passwords.encode(password));
    changes.make(
        () -> {
          if (!users.insert(user, engine.clock().instant())) {
            throw RejectedException.alreadyExists(
                "Expected to create user '%s', but there is one with this name", username);
          }
          record(AuditOperation.CREATE, username);
        });
  }

  /**
   * Changes name, address and password.
   *
   * @param password {@code null} keeps it
   */
  void update(
      String username, @Nullable String name, @Nullable String email, @Nullable String password) {
    var hash = password == null ? null : passwords.encode(password);
    changes.make(
        () -> {
          if (!users.update(username, name, email, hash)) {
            throw absent(username);
          }
          record(AuditOperation.UPDATE, username);
        });
  }

  void delete(String username) {
    changes.make(
        () -> {
          if (!users.delete(username)) {
            throw absent(username);
          }
          memberships.deleteMember(MemberKind.USER, username);
          authorizations.deleteOwner(MemberKind.USER, username);
          record(AuditOperation.DELETE, username);
        });
  }

  private void record(AuditOperation operation, String username) {
    audit.record(AuditEntry.admin(operation, AuditEntity.USER, username));
  }

  private static RejectedException absent(String username) {
    return RejectedException.notFound(
        "Expected to find a user with key '%s', but there is none", username);
  }
}
