package uz.yagona.gateway.variable;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.VariableTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Finds variables; searches cut long values unless told otherwise. */
@ChecksRights
@RestController("gatewayVariableController")
@RequestMapping("/v2/variables")
final class VariableController {
  private final SearchCalls searches;

  VariableController(SearchCalls searches) {
    this.searches = searches;
  }

  @PostMapping("/search")
  SearchAnswer search(
      @RequestParam(defaultValue = "true") boolean truncateValues,
      @RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(truncateValues ? VariableTable.PREVIEWS : VariableTable.TABLE, body);
  }

  @GetMapping("/{variableKey}")
  SearchCalls.Row get(@PathVariable long variableKey) {
    return searches.get(VariableTable.TABLE, variableKey);
  }
}
