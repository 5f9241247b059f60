package uz.yagona.gateway.directory;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import uz.yagona.engine.query.Condition;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;
import uz.yagona.gateway.search.Visibility;

/** Groups, roles and tenants: all have an id, a name and a description. */
@ChecksRights
@RestController("gatewayContainerController")
@RequestMapping("/v2/{kind:groups|roles|tenants}")
final class ContainerController {
  private final Containers containers;
  private final SearchCalls searches;

  ContainerController(Containers containers, SearchCalls searches) {
    this.containers = containers;
    this.searches = searches;
  }

  /** What a request says; of the ids only the one of its kind. */
  record ContainerBody(
      @Nullable String groupId,
      @Nullable String roleId,
      @Nullable String tenantId,
      @Nullable String name,
      @Nullable String description) {

    private String id(ContainerKind kind) {
      return Names.id(
          kind.idField(),
          switch (kind) {
            case GROUP -> only(groupId, roleId, tenantId);
            case ROLE -> only(roleId, groupId, tenantId);
            case TENANT -> only(tenantId, groupId, roleId);
          });
    }

    private void hasNoId() {
      only(null, groupId, roleId);
      only(null, tenantId, null);
    }

    private static @Nullable String only(
        @Nullable String id, @Nullable String other, @Nullable String another) {
      if (other != null || another != null) {
        throw new InvalidRequestException(
            "Expected no id but the one of what is asked for, but got another");
      }
      return id;
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SearchCalls.Row create(@PathVariable String kind, @RequestBody ContainerBody body) {
    var of = ContainerKind.ofPath(kind);
    CurrentCaller.get().requireForAll(of.resource(), PermissionType.CREATE);
    var id = body.id(of);
    var name = Names.name("name", body.name());
    var description = Names.optional("description", body.description());
    containers.create(of, id, name, description);
    return row(of, id, name, description);
  }

  @PutMapping("/{id}")
  SearchCalls.Row update(
      @PathVariable String kind, @PathVariable String id, @RequestBody ContainerBody body) {
    var of = ContainerKind.ofPath(kind);
    CurrentCaller.get().require(of.resource(), PermissionType.UPDATE, id);
    body.hasNoId();
    var name = Names.name("name", body.name());
    var description = Names.optional("description", body.description());
    containers.update(of, id, name, description);
    return row(of, id, name, description);
  }

  private static SearchCalls.Row row(
      ContainerKind kind, String id, String name, @Nullable String description) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put(kind.idField(), id);
    fields.put("name", name);
    fields.put("description", description);
    return new SearchCalls.Row(fields);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String kind, @PathVariable String id) {
    var of = ContainerKind.ofPath(kind);
    CurrentCaller.get().require(of.resource(), PermissionType.DELETE, id);
    containers.delete(of, id);
  }

  @GetMapping("/{id}")
  SearchCalls.Row get(@PathVariable String kind, @PathVariable String id) {
    var of = ContainerKind.ofPath(kind);
    return searches.get(of.table(), id, visible(of));
  }

  @PostMapping("/search")
  SearchAnswer search(
      @PathVariable String kind, @RequestBody(required = false) @Nullable SearchBody body) {
    var of = ContainerKind.ofPath(kind);
    return searches.search(of.table(), body, visible(of));
  }

  private static @Nullable List<List<Condition>> visible(ContainerKind kind) {
    return Visibility.byId(
        CurrentCaller.get(), kind.resource(), PermissionType.READ, kind.idField());
  }
}
