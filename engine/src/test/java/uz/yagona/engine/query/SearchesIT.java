package uz.yagona.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uz.yagona.database.Migrations;
import uz.yagona.database.TestDatabase;
import uz.yagona.engine.query.Column.Use;

class SearchesIT {

  private static TestDatabase database;
  private static SingleConnectionDataSource connection;
  private static Searches searches;

  /** 20,000 instances and tasks, a few of them active; the indexes are worth using. */
  private static final String ROWS =
      """
      insert into engine.process_instance (process_instance_key, state, phase, start_date, end_date,
        process_definition_key, process_definition_id, process_definition_version,
        root_process_instance_key, business_id, tags, incident_count)
      select n, case when n %% 100 = 0 then 'ACTIVE' else 'COMPLETED' end, '',
        timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute',
        case when n %% 100 = 0 then null else timestamptz '2027-01-01T00:00:00Z' end,
        1 + n %% 2000, 'process-' || (1 + n %% 2000), 1, n,
        case when n %% 3 = 0 then 'case-' || n end,
        case when n %% 2 = 0 then array['even', 'number'] else array['odd'] end, 0
      from generate_series(1, 20000) n;

      insert into engine.user_task (user_task_key, element_instance_key, element_id, state, assignee,
        candidate_groups, due_date, process_definition_key, process_definition_id,
        process_definition_version, process_instance_key, root_process_instance_key, creation_date,
        completion_date)
      select n, n, 'review', case when n %% 10 = 0 then 'CREATED' else 'COMPLETED' end,
        'user-' || n %% 500, array['group-' || n %% 200],
        case when n %% 4 = 0 then timestamptz '2026-01-01T00:00:00Z' + n * interval '1 hour' end,
        1, 'process-1', 1, n, n, timestamptz '2026-01-01T00:00:00Z' + n * interval '1 minute',
        case when n %% 10 = 0 then null else timestamptz '2027-01-01T00:00:00Z' end
      from generate_series(1, 20000) n;

      insert into engine.user_task_candidate (kind, name, user_task_key, due_date, creation_date,
        priority, assigned)
      select 'GROUP', candidate_groups[1], user_task_key, due_date, creation_date, 50, true
      from engine.user_task where completion_date is null;

      insert into engine.variable (variable_key, process_instance_key, root_process_instance_key,
        process_definition_key, process_definition_id, scope_key, name, value)
      select n, n, n, 1, 'process-1', n, 'amount', n::text from generate_series(1, 20000) n;

      insert into engine.element_instance (element_instance_key, state, phase, start_date,
        process_instance_key, root_process_instance_key, process_definition_key,
        process_definition_id, scope_key, element_id, type)
      select n, 'ACTIVE', '', now(), n / 4, n / 4, 1, 'process-1', n / 4, 'work', 'SERVICE_TASK'
      from generate_series(1, 20000) n;

      insert into engine.job (job_key, type, kind, listener_event_type, state, activatable, retries,
        process_instance_key, root_process_instance_key, process_definition_key,
        process_definition_id, process_definition_version, element_instance_key, element_id,
        headers, creation_time, last_update_time)
      select n, 'pay', 'BPMN_ELEMENT', 'UNSPECIFIED', 'CREATED', true, 3, n / 4, n / 4, 1,
        'process-1', 1, n, 'work', '{"a": "b"}', now(), now()
      from generate_series(1, 20000) n;

      insert into engine.incident (incident_key, error_type, error_message, state,
        process_definition_key, process_definition_id, process_instance_key,
        root_process_instance_key, element_instance_key, element_id, creation_time)
      select n, 'JOB_NO_RETRIES', 'no money', case when n %% 50 = 0 then 'ACTIVE' else 'RESOLVED' end,
        1, 'process-1', n / 4, n / 4, n, 'work', now() + n * interval '1 second'
      from generate_series(1, 20000) n;
      analyze;
      """
          .replace("%%", "%");

  @BeforeAll
  static void start() {
    database = TestDatabase.start();
    Migrations.migrate(database.dataSource(), "engine");
    connection =
        new SingleConnectionDataSource(
            database.jdbcUrl(), database.user(), database.password(), true);
    searches = new Searches(connection);
    JdbcClient.create(database.dataSource()).sql(ROWS).update();
  }

  @AfterAll
  static void stop() {
    connection.destroy();
    database.close();
  }

  private static SearchTable[] tables() {
    return new SearchTable[] {
      ProcessInstanceTable.TABLE,
      ProcessDefinitionTable.TABLE,
      ElementInstanceTable.TABLE,
      VariableTable.TABLE,
      VariableTable.PREVIEWS,
      JobTable.TABLE,
      UserTaskTable.TABLE,
      IncidentTable.TABLE,
      DecisionDefinitionTable.TABLE,
      DecisionRequirementsTable.TABLE,
      DecisionInstanceTable.TABLE,
      DecisionInstanceTable.DETAILS,
      MessageSubscriptionTable.TABLE,
      CorrelatedMessageTable.TABLE,
      BatchOperationTable.TABLE,
      BatchOperationItemTable.TABLE
    };
  }

  private static SearchResult search(SearchTable table, Page page, Sort sort, Condition... filter) {
    var sorts = sort == null ? List.<Sort>of() : List.of(sort);
    return searches.search(table, new SearchRequest(Filter.of(filter), sorts, page));
  }

  private static List<Object> keys(SearchResult result, String key) {
    return result.items().stream().map(item -> item.get(key)).toList();
  }

  private static List<Object> instances(Condition... filter) {
    var sort = new Sort("processInstanceKey", false);
    return keys(search(ProcessInstanceTable.TABLE, Page.of(3), sort, filter), "processInstanceKey");
  }

  private static Condition is(String field, Operator operator, Object... values) {
    return Condition.of(field, new Comparison(operator, List.of(values)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void shouldFilterByEveryFieldWithEveryOperator(SearchTable table) {
    for (var column : table.filtered()) {
      for (var operator : operators(column.type())) {
        var value = operator == Operator.EXISTS ? Boolean.TRUE : example(column);
        var comparison = new Comparison(operator, List.of(value));
        var variable = column.is(Use.VARIABLE) ? "amount" : null;
        var condition = new Condition(column.name(), variable, List.of(comparison));
        assertThat(search(table, Page.of(1), null, condition).items())
            .as(column.name() + " " + operator)
            .hasSizeBetween(0, 1);
      }
    }
  }

  private static List<Operator> operators(ColumnType type) {
    return switch (type) {
      case BOOLEAN -> List.of(Operator.EQ, Operator.NEQ, Operator.EXISTS);
      case TEXTS ->
          List.of(Operator.EQ, Operator.NEQ, Operator.IN, Operator.NOT_IN, Operator.EXISTS);
      default -> List.of(Operator.values());
    };
  }

  private static Object example(Column column) {
    if (!column.constants().isEmpty()) {
      return column.constants().get(0);
    }
    return switch (column.type()) {
      case KEY -> "7";
      case INTEGER -> 7;
      case BOOLEAN -> true;
      case TIME -> "2026-01-01T00:00:00+05:00";
      default -> "7";
    };
  }

  @ParameterizedTest
  @MethodSource("tables")
  void shouldPageBySortOfEveryField(SearchTable table) {
    for (var column : table.sorted()) {
      for (var descending : List.of(true, false)) {
        var sort = new Sort(column.name(), descending);
        var first = search(table, Page.of(2), sort);
        if (first.endCursor() != null) {
          var next = search(table, new Page(2, 0, first.endCursor(), null), sort);
          var back = search(table, new Page(2, 0, null, next.startCursor()), sort);
          assertThat(back.items()).as("%s %s", column.name(), sort).isEqualTo(first.items());
        }
      }
    }
  }

  @Test
  void shouldCompareValues() {
    assertThat(instances(is("processInstanceKey", Operator.GT, "100"))).startsWith("101");
    assertThat(instances(is("processInstanceKey", Operator.IN, "5", "7")))
        .containsExactly("5", "7");
    assertThat(instances(is("state", Operator.EQ, "ACTIVE"))).containsExactly("100", "200", "300");
    assertThat(instances(is("state", Operator.NEQ, "COMPLETED"))).startsWith("100");
    assertThat(instances(is("businessId", Operator.EXISTS, false))).containsExactly("1", "2", "4");
    assertThat(instances(is("businessId", Operator.LIKE, "case-1?")))
        .containsExactly("12", "15", "18");
    assertThat(instances(is("businessId", Operator.LIKE, "*_*"))).isEmpty();
    assertThat(instances(is("startDate", Operator.LTE, "2026-01-01T05:02:00+05:00")))
        .containsExactly("1", "2");
    assertThat(instances(is("tags", Operator.EQ, "even"), is("tags", Operator.EQ, "number")))
        .containsExactly("2", "4", "6");
    assertThat(instances(is("businessId", Operator.NOT_IN, "case-3")))
        .containsExactly("1", "2", "4");
  }

  @Test
  void shouldCompareVariables() {
    var amount = new Condition("variables", "amount", List.of(Comparison.equalTo("42")));
    var other = new Condition("variables", "other", List.of(Comparison.equalTo("42")));

    assertThat(instances(amount)).containsExactly("42");
    assertThat(instances(other)).isEmpty();
  }

  @Test
  void shouldMeetOneOfSeveralAlternatives() {
    var filter =
        new Filter(
            List.of(is("processInstanceKey", Operator.LT, "10")),
            List.of(
                List.of(is("processInstanceKey", Operator.EQ, "3")),
                List.of(is("processInstanceKey", Operator.GTE, "9"))));
    var result = searches.search(ProcessInstanceTable.TABLE, SearchRequest.of(filter));

    assertThat(keys(result, "processInstanceKey")).containsExactly("3", "9");
  }

  @Test
  void shouldFindTheSameTasksOfAGroupByEitherWay() {
    var due = new Sort("dueDate", false);
    var open = is("state", Operator.EQ, "CREATED");
    var page = Page.of(60);
    var narrow =
        search(UserTaskTable.TABLE, page, due, open, is("candidateGroup", Operator.EQ, "group-20"));
    var wide =
        search(UserTaskTable.TABLE, page, due, open, is("candidateGroup", Operator.IN, "group-20"));

    assertThat(narrow.items()).hasSize(60).isEqualTo(wide.items());
    assertThat(narrow.totalItems()).isEqualTo(wide.totalItems()).isEqualTo(100);
  }

  @Test
  void shouldTreatEmptyListsAsAbsent() {
    assertThat(instances(is("processInstanceKey", Operator.IN))).containsExactly("1", "2", "3");
  }

  @Test
  void shouldCountExactlyUpToTheLimit() {
    var few =
        search(ProcessInstanceTable.TABLE, Page.of(3), null, is("state", Operator.EQ, "ACTIVE"));
    var many = search(ProcessInstanceTable.TABLE, Page.of(3), null);

    assertThat(few.totalItems()).isEqualTo(200);
    assertThat(few.hasMoreTotalItems()).isFalse();
    assertThat(many.totalItems()).isEqualTo(Searches.COUNT_LIMIT);
    assertThat(many.hasMoreTotalItems()).isTrue();
  }

  @Test
  void shouldWalkAllRowsByCursorWithMissingValuesLast() {
    var sort = new Sort("dueDate", false);
    var open = is("state", Operator.EQ, "CREATED");
    var seen = new ArrayList<Object>();
    String cursor = null;
    do {
      var page = search(UserTaskTable.TABLE, new Page(700, 0, cursor, null), sort, open);
      seen.addAll(page.items().stream().map(item -> item.get("dueDate")).toList());
      cursor = page.endCursor();
    } while (cursor != null);

    assertThat(seen).hasSize(2000);
    assertThat(seen.subList(0, 1000)).doesNotContainNull();
    assertThat(seen.subList(1000, 2000)).containsOnlyNulls();
  }

  @Test
  void shouldSkipRowsByOffset() {
    var page = search(ProcessInstanceTable.TABLE, new Page(2, 10, null, null), null);

    assertThat(keys(page, "processInstanceKey")).containsExactly("11", "12");
  }

  @Test
  void shouldFindOneRowByKey() {
    assertThat(searches.find(JobTable.TABLE, "8"))
        .get()
        .satisfies(
            job ->
                assertThat(job)
                    .containsEntry("jobKey", "8")
                    .containsEntry("customHeaders", Map.of("a", "b")));
    assertThat(searches.find(JobTable.TABLE, "0")).isEmpty();
  }

  @Test
  void shouldTellWhatCannotBeSearched() {
    assertThatThrownBy(() -> instances(is("colour", Operator.EQ, "red")))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessage(
            "Expected a field that a process instance can be filtered by, but got 'colour'");
    assertThatThrownBy(() -> instances(is("state", Operator.EQ, "LOST")))
        .hasMessage("Expected one of [ACTIVE, COMPLETED, TERMINATED] for 'state', but got 'LOST'");
    assertThatThrownBy(() -> instances(is("startDate", Operator.EQ, "today")))
        .hasMessage("Expected an ISO-8601 time with offset for 'startDate', but got 'today'");
    assertThatThrownBy(() -> instances(is("processInstanceKey", Operator.EQ, "x")))
        .hasMessage("Expected a key, a whole number, for 'processInstanceKey', but got 'x'");
    assertThatThrownBy(() -> search(JobTable.TABLE, new Page(1, 0, "bm90IGEgY3Vyc29y", null), null))
        .hasMessage("Expected a cursor of an earlier result, but got other text");
  }

  private static Stream<Arguments> listQueries() {
    var created = is("state", Operator.EQ, "CREATED");
    var due = new Sort("dueDate", false);
    return Stream.of(
        Arguments.of(
            ProcessInstanceTable.TABLE,
            new Sort("startDate", true),
            List.of(),
            "process_instance_start_date_idx"),
        Arguments.of(
            ProcessInstanceTable.TABLE,
            null,
            List.of(is("processDefinitionKey", Operator.EQ, "7")),
            "process_instance_definition_idx"),
        Arguments.of(
            ProcessInstanceTable.TABLE,
            null,
            List.of(is("businessId", Operator.EQ, "case-9")),
            "process_instance_business_id_idx"),
        Arguments.of(UserTaskTable.TABLE, due, List.of(created), "user_task_due_date_idx"),
        Arguments.of(
            UserTaskTable.TABLE,
            due,
            List.of(created, is("assignee", Operator.EQ, "user-10")),
            "user_task_assignee_idx"),
        Arguments.of(
            UserTaskTable.TABLE,
            due,
            List.of(created, is("candidateGroup", Operator.EQ, "group-10")),
            "Index Scan using user_task_candidate_due_idx"),
        Arguments.of(
            UserTaskTable.TABLE,
            new Sort("creationDate", true),
            List.of(),
            "user_task_creation_date_idx"),
        Arguments.of(
            ElementInstanceTable.TABLE,
            null,
            List.of(is("processInstanceKey", Operator.EQ, "9")),
            "element_instance_process_idx"),
        Arguments.of(
            VariableTable.TABLE,
            null,
            List.of(is("scopeKey", Operator.EQ, "9")),
            "variable_scope_name_uq"),
        Arguments.of(
            JobTable.TABLE,
            null,
            List.of(is("processInstanceKey", Operator.EQ, "9")),
            "job_process_idx"),
        Arguments.of(
            IncidentTable.TABLE,
            new Sort("creationTime", true),
            List.of(is("state", Operator.EQ, "ACTIVE")),
            "incident_active_idx"));
  }

  @ParameterizedTest
  @MethodSource("listQueries")
  void shouldUseTheIndexOfTheList(
      SearchTable table, Sort sort, List<Condition> filter, String index) throws SQLException {
    assertThat(plan(table, sort, new Filter(filter, List.of()))).contains(index);
  }

  @Test
  void shouldUseTheIndexOfAGroupAlsoForThoseWhoSeeTheirGroupsAlone() throws SQLException {
    var filter =
        Filter.of(
            is("state", Operator.EQ, "CREATED"), is("candidateGroup", Operator.EQ, "group-10"));
    var mine = List.of(List.of(is("candidateGroup", Operator.IN, "group-10", "group-20")));

    assertThat(plan(UserTaskTable.TABLE, new Sort("dueDate", false), filter.visible(mine)))
        .contains("Index Scan using user_task_candidate_due_idx");
  }

  @Test
  void shouldHideTasksOfAGroupThatIsNotTheCallers() {
    var filter =
        Filter.of(
            is("state", Operator.EQ, "CREATED"),
            is("candidateGroup", Operator.IN, "group-10", "group-20"));
    var mine = List.of(List.of(is("candidateGroup", Operator.IN, "group-10")));
    var none = List.of(List.of(is("candidateGroup", Operator.IN, "group-30")));

    var found =
        searches.search(
            UserTaskTable.TABLE, new SearchRequest(filter, List.of(), Page.of(500)).visible(mine));

    assertThat(found.items())
        .hasSize(100)
        .allSatisfy(task -> assertThat(task.get("candidateGroups")).isEqualTo(List.of("group-10")));
    assertThat(
            searches
                .search(
                    UserTaskTable.TABLE,
                    new SearchRequest(filter, List.of(), Page.of(500)).visible(none))
                .items())
        .isEmpty();
  }

  private static String plan(SearchTable table, Sort sort, Filter filter) throws SQLException {
    var sorts = sort == null ? List.<Sort>of() : List.of(sort);
    var request = new SearchRequest(filter, sorts, Page.of(50));
    var sql = new Sql().append("explain ");
    var asked = table.fitting(request.filter());
    Searches.write(sql, asked, request, new Order(asked, sorts));
    var plan = new StringBuilder();
    try (var connection = database.dataSource().getConnection();
        var statement = sql.prepare(connection);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        plan.append(rows.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }
}
