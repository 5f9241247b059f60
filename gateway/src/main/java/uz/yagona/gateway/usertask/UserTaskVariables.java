package uz.yagona.gateway.usertask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.UserTaskTable;
import uz.yagona.engine.query.VariableTable;
import uz.yagona.engine.query.VisibleVariables;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** The variables a user task sees; who may see the task may see them. */
@Component("gatewayUserTaskVariables")
final class UserTaskVariables {
  private static final long NO_KEY = 0;

  private final SearchCalls searches;
  private final VisibleVariables visible;

  UserTaskVariables(SearchCalls searches, VisibleVariables visible) {
    this.searches = searches;
    this.visible = visible;
  }

  /** Those of the task and of every scope around it, also several of one name. */
  SearchAnswer all(long userTaskKey, boolean truncate, @Nullable SearchBody body) {
    var scopes = visible.scopeKeys(elementInstanceKey(userTaskKey));
    return search("scopeKey", scopes, truncate, body);
  }

  /** Of each name the innermost. */
  SearchAnswer effective(long userTaskKey, boolean truncate, @Nullable SearchBody body) {
    var keys = visible.effectiveKeys(elementInstanceKey(userTaskKey));
    return search("variableKey", keys, truncate, body);
  }

  private long elementInstanceKey(long userTaskKey) {
    return Long.parseLong(
        searches.get(UserTaskTable.TABLE, userTaskKey).text("elementInstanceKey"));
  }

  private SearchAnswer search(
      String field, List<Long> keys, boolean truncate, @Nullable SearchBody body) {
    List<Object> values = keys.isEmpty() ? List.of(NO_KEY) : List.copyOf(keys);
    var among = Condition.of(field, new Comparison(Operator.IN, values));
    var table = truncate ? VariableTable.PREVIEWS : VariableTable.TABLE;
    return searches.search(table, body, null, among);
  }
}
