package uz.yagona.gateway.clustervariable;

import io.camunda.client.protocol.rest.CreateClusterVariableRequest;
import io.camunda.client.protocol.rest.UpdateClusterVariableRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.ClusterVariableCommand.Address;
import uz.yagona.engine.api.ClusterVariableCommand.CreateClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.DeleteClusterVariable;
import uz.yagona.engine.api.ClusterVariableCommand.UpdateClusterVariable;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.query.ClusterVariableTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Cluster variables of the global scope and of the tenant. */
@ChecksRights
@RestController("gatewayClusterVariableController")
@RequestMapping("/v2/cluster-variables")
final class ClusterVariableController {
  private final Commands commands;
  private final SearchCalls searches;

  ClusterVariableController(Commands commands, SearchCalls searches) {
    this.commands = commands;
    this.searches = searches;
  }

  @PostMapping("/search")
  SearchAnswer search(
      @RequestParam(defaultValue = "true") boolean truncateValues,
      @RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(
        truncateValues ? ClusterVariableTable.PREVIEWS : ClusterVariableTable.TABLE, body);
  }

  // global ----------------------------------------------------------------------------------------

  @PostMapping("/global")
  CompletableFuture<SearchCalls.Row> createGlobal(@RequestBody CreateClusterVariableRequest body) {
    return create(new Address(Values.required("name", body.getName()), null), body);
  }

  @GetMapping("/global/{name}")
  SearchCalls.Row getGlobal(@PathVariable String name) {
    return find(new Address(name, null));
  }

  @PutMapping("/global/{name}")
  CompletableFuture<SearchCalls.Row> updateGlobal(
      @PathVariable String name, @RequestBody UpdateClusterVariableRequest body) {
    return update(new Address(name, null), body);
  }

  @DeleteMapping("/global/{name}")
  CompletableFuture<ResponseEntity<Void>> deleteGlobal(@PathVariable String name) {
    return Answers.noContent(commands.submit(new DeleteClusterVariable(new Address(name, null))));
  }

  // of a tenant -----------------------------------------------------------------------------------

  @PostMapping("/tenants/{tenantId}")
  CompletableFuture<SearchCalls.Row> createOfTenant(
      @PathVariable String tenantId, @RequestBody CreateClusterVariableRequest body) {
    return create(ofTenant(Values.required("name", body.getName()), tenantId), body);
  }

  @GetMapping("/tenants/{tenantId}/{name}")
  SearchCalls.Row getOfTenant(@PathVariable String tenantId, @PathVariable String name) {
    return find(ofTenant(name, tenantId));
  }

  @PutMapping("/tenants/{tenantId}/{name}")
  CompletableFuture<SearchCalls.Row> updateOfTenant(
      @PathVariable String tenantId,
      @PathVariable String name,
      @RequestBody UpdateClusterVariableRequest body) {
    return update(ofTenant(name, tenantId), body);
  }

  @DeleteMapping("/tenants/{tenantId}/{name}")
  CompletableFuture<ResponseEntity<Void>> deleteOfTenant(
      @PathVariable String tenantId, @PathVariable String name) {
    return Answers.noContent(commands.submit(new DeleteClusterVariable(ofTenant(name, tenantId))));
  }

  private static Address ofTenant(String name, String tenantId) {
    Values.onlyDefaultTenant(tenantId);
    return new Address(name, tenantId);
  }

  // both ------------------------------------------------------------------------------------------

  private CompletableFuture<SearchCalls.Row> create(
      Address address, CreateClusterVariableRequest body) {
    return commands
        .submit(new CreateClusterVariable(address, json(body.getValue())))
        .thenApply(done -> changed(address));
  }

  private CompletableFuture<SearchCalls.Row> update(
      Address address, UpdateClusterVariableRequest body) {
    return commands
        .submit(new UpdateClusterVariable(address, json(body.getValue())))
        .thenApply(done -> changed(address));
  }

  private static String json(@Nullable Object value) {
    if (value == null) {
      throw new InvalidRequestException("Expected 'value', but it is missing");
    }
    return Variables.jsonOfValue(value);
  }

  private SearchCalls.Row find(Address address) {
    return searches.get(ClusterVariableTable.TABLE, key(address));
  }

  /** For who was allowed to change it. */
  private SearchCalls.Row changed(Address address) {
    return searches.get(ClusterVariableTable.TABLE, key(address), null);
  }

  private static String key(Address address) {
    return ClusterVariableTable.key(address.name(), address.tenantId());
  }
}
