package uz.yagona.gateway.directory;

import io.camunda.client.protocol.rest.MappingRuleCreateRequest;
import io.camunda.client.protocol.rest.MappingRuleResult;
import io.camunda.client.protocol.rest.MappingRuleUpdateRequest;
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
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.directory.MappingRuleRepository.MappingRule;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;
import uz.yagona.gateway.search.Visibility;

/** Mapping rules. They are kept; no caller signs in with a token whose claims they could map. */
@ChecksRights
@RestController("gatewayMappingRuleController")
@RequestMapping("/v2/mapping-rules")
final class MappingRuleController {
  private final MappingRules rules;
  private final SearchCalls searches;

  MappingRuleController(MappingRules rules, SearchCalls searches) {
    this.rules = rules;
    this.searches = searches;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MappingRuleResult create(@RequestBody MappingRuleCreateRequest body) {
    CurrentCaller.get().requireForAll(ResourceType.MAPPING_RULE, PermissionType.CREATE);
    var id = Names.id("mappingRuleId", body.getMappingRuleId());
    var rule = rule(id, body.getClaimName(), body.getClaimValue(), body.getName());
    rules.create(rule);
    return result(rule);
  }

  @PutMapping("/{mappingRuleId}")
  MappingRuleResult update(
      @PathVariable String mappingRuleId, @RequestBody MappingRuleUpdateRequest body) {
    CurrentCaller.get().require(ResourceType.MAPPING_RULE, PermissionType.UPDATE, mappingRuleId);
    var rule = rule(mappingRuleId, body.getClaimName(), body.getClaimValue(), body.getName());
    rules.update(rule);
    return result(rule);
  }

  private static MappingRule rule(
      String id, @Nullable String claimName, @Nullable String claimValue, @Nullable String name) {
    return new MappingRule(
        id,
        Names.name("claimName", claimName),
        Names.name("claimValue", claimValue),
        Names.name("name", name));
  }

  private static MappingRuleResult result(MappingRule rule) {
    return new MappingRuleResult()
        .mappingRuleId(rule.mappingRuleId())
        .claimName(rule.claimName())
        .claimValue(rule.claimValue())
        .name(rule.name());
  }

  @DeleteMapping("/{mappingRuleId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String mappingRuleId) {
    CurrentCaller.get().require(ResourceType.MAPPING_RULE, PermissionType.DELETE, mappingRuleId);
    rules.delete(mappingRuleId);
  }

  @GetMapping("/{mappingRuleId}")
  SearchCalls.Row get(@PathVariable String mappingRuleId) {
    return searches.get(DirectoryTables.MAPPING_RULES, mappingRuleId, visible());
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(DirectoryTables.MAPPING_RULES, body, visible());
  }

  private static @Nullable List<List<Condition>> visible() {
    return Visibility.byId(
        CurrentCaller.get(), ResourceType.MAPPING_RULE, PermissionType.READ, "mappingRuleId");
  }
}
