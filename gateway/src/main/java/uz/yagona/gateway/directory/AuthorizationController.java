package uz.yagona.gateway.directory;

import io.camunda.client.protocol.rest.AuthorizationCreateResult;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.audit.AuditEntity;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.directory.AuthorizationRepository.Authorization;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Who may do what. */
@ChecksRights
@RestController("gatewayAuthorizationController")
@RequestMapping("/v2/authorizations")
final class AuthorizationController {
  private final DirectoryChanges changes;
  private final AuthorizationRepository authorizations;
  private final Entries entries;
  private final SearchCalls searches;
  private final AuditLog audit;

  AuthorizationController(
      DirectoryChanges changes,
      AuthorizationRepository authorizations,
      Entries entries,
      SearchCalls searches,
      AuditLog audit) {
    this.changes = changes;
    this.authorizations = authorizations;
    this.entries = entries;
    this.searches = searches;
    this.audit = audit;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(resource = ResourceType.AUTHORIZATION, permission = PermissionType.CREATE)
  AuthorizationCreateResult create(@RequestBody AuthorizationBody body) {
    var authorization = body.authorization();
    entries.require(authorization.ownerKind(), authorization.ownerId());
    var key =
        unlessThere(
            authorization,
            () ->
                changes.make(
                    () -> {
                      var created = authorizations.insert(authorization);
                      record(AuditOperation.CREATE, created, authorization);
                      return created;
                    }));
    return new AuthorizationCreateResult().authorizationKey(Values.text(key));
  }

  @PutMapping("/{authorizationKey}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(resource = ResourceType.AUTHORIZATION, permission = PermissionType.UPDATE)
  void update(@PathVariable long authorizationKey, @RequestBody AuthorizationBody body) {
    var authorization = body.authorization();
    entries.require(authorization.ownerKind(), authorization.ownerId());
    unlessThere(
        authorization,
        () ->
            changes.make(
                () -> {
                  if (!authorizations.update(authorizationKey, authorization)) {
                    throw absent(authorizationKey);
                  }
                  record(AuditOperation.UPDATE, authorizationKey, authorization);
                  return true;
                }));
  }

  private void record(AuditOperation operation, long key, Authorization authorization) {
    audit.record(
        AuditEntry.admin(operation, AuditEntity.AUTHORIZATION, Values.text(key))
            .related(
                AuditEntity.valueOf(authorization.ownerKind().name()), authorization.ownerId()));
  }

  private static <T> T unlessThere(Authorization authorization, Supplier<T> change) {
    try {
      return change.get();
    } catch (DuplicateKeyException e) {
      throw RejectedException.alreadyExists(
          "Expected %s '%s' without an authorization on %s '%s', but there is one",
          authorization.ownerKind().noun(),
          authorization.ownerId(),
          authorization.resource(),
          authorization.target());
    }
  }

  @DeleteMapping("/{authorizationKey}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(resource = ResourceType.AUTHORIZATION, permission = PermissionType.DELETE)
  void delete(@PathVariable long authorizationKey) {
    changes.make(
        () -> {
          if (!authorizations.delete(authorizationKey)) {
            throw absent(authorizationKey);
          }
          audit.record(
              AuditEntry.admin(
                  AuditOperation.DELETE, AuditEntity.AUTHORIZATION, Values.text(authorizationKey)));
        });
  }

  private static RejectedException absent(long key) {
    return RejectedException.notFound(
        "Expected to find an authorization with key '%d', but there is none", key);
  }

  @GetMapping("/{authorizationKey}")
  SearchCalls.Row get(@PathVariable long authorizationKey) {
    return searches.get(DirectoryTables.AUTHORIZATIONS, authorizationKey, visible());
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(
        DirectoryTables.AUTHORIZATIONS, AuthorizationBody.withOneOf(body), visible());
  }

  private static @Nullable List<List<Condition>> visible() {
    var rights = CurrentCaller.get().rights();
    return rights.hasAny(ResourceType.AUTHORIZATION, PermissionType.READ) ? null : List.of();
  }
}
