package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.request.FinalSearchRequestStep;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls every filter field with every operator, and every sort field, of each search command of the
 * official client. What must come is worked out here from all rows.
 */
class SearchFieldsIT {
  /** Searches over users and what belongs to them, which have tests of their own. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "User(?!Task)|Group|Role|Tenant|MappingRule|Authorization|Clients|AuditLog"
              + "|ClusterVariable|GlobalTaskListener");

  /** Fields that take several conditions; each has a test below. */
  private static final Set<String> SEVERAL =
      Set.of("orFilters", "variables", "processInstanceVariables", "localVariables", "tags");

  /** Constants of the client that its own protocol does not have. */
  private static final Set<String> UNKNOWN_TO_THE_PROTOCOL =
      Set.of("UNKNOWN_ENUM_VALUE", "SKIPPED");

  /** Fields that the client offers and then sends without their name. */
  private static final Set<String> UNNAMED_BY_THE_CLIENT =
      Set.of("decisionInstanceId", "decisionInstanceKey", "variableKey");

  private static GatewayFixture fixture;
  private static CamundaClient client;
  private static SearchOracle oracle;

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start();
    client = fixture.rest();
    SearchSamples.build(fixture);
    oracle = new SearchOracle(client);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  // the commands ----------------------------------------------------------------------------------

  private static Stream<SearchProbe> probes() {
    return Arrays.stream(CamundaClient.class.getMethods())
        .filter(method -> FinalSearchRequestStep.class.isAssignableFrom(method.getReturnType()))
        .filter(method -> !ELSEWHERE.matcher(method.getName()).find())
        .sorted(Comparator.comparing(Method::getName))
        .map(method -> new SearchProbe(method, arguments(method.getName()), () -> client));
  }

  private static Supplier<Object[]> arguments(String command) {
    return switch (command) {
      case "newUserTaskVariableSearchRequest", "newUserTaskEffectiveVariableSearchRequest" ->
          () -> new Object[] {openTask()};
      case "newIncidentsByProcessInstanceSearchRequest" ->
          () -> new Object[] {incident().getProcessInstanceKey()};
      case "newIncidentsByElementInstanceSearchRequest" ->
          () -> new Object[] {incident().getElementInstanceKey()};
      case "newProcessDefinitionInstanceVersionStatisticsRequest" ->
          () -> new Object[] {"taskprocess"};
      case "newIncidentProcessInstanceStatisticsByDefinitionRequest" ->
          () -> new Object[] {errorHashCode()};
      default -> () -> new Object[0];
    };
  }

  private static long openTask() {
    return client
        .newUserTaskSearchRequest()
        .filter(filter -> filter.assignee("bob"))
        .send()
        .join()
        .singleItem()
        .getUserTaskKey();
  }

  private static io.camunda.client.api.search.response.Incident incident() {
    return client
        .newIncidentSearchRequest()
        .filter(filter -> filter.errorMessage(message -> message.like("*no paper*")))
        .send()
        .join()
        .singleItem();
  }

  private static int errorHashCode() {
    return client
        .newIncidentProcessInstanceStatisticsByErrorRequest()
        .send()
        .join()
        .items()
        .get(0)
        .getErrorHashCode();
  }

  // filters ---------------------------------------------------------------------------------------

  @TestFactory
  Stream<DynamicContainer> shouldFindWhatEveryFilterAsksFor() {
    return probes()
        .filter(probe -> probe.filterType() != null)
        .map(probe -> dynamicContainer(probe.name(), filterTests(probe)));
  }

  private static Stream<DynamicTest> filterTests(SearchProbe probe) {
    var type = Objects.requireNonNull(probe.filterType());
    return Arrays.stream(type.getMethods())
        .filter(method -> !method.isDefault() && !method.isBridge())
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> !SEVERAL.contains(method.getName()))
        .sorted(Comparator.comparing(Method::toString))
        .flatMap(method -> filterTests(probe, method));
  }

  private static Stream<DynamicTest> filterTests(SearchProbe probe, Method field) {
    var parameter = field.getParameterTypes()[0];
    if (parameter == Consumer.class) {
      var property =
          (Class<?>)
              ((ParameterizedType) field.getGenericParameterTypes()[0]).getActualTypeArguments()[0];
      return operators(property).map(operator -> operatorTest(probe, field, operator));
    }
    if (parameter.isEnum()) {
      return Arrays.stream(parameter.getEnumConstants())
          .filter(value -> !UNKNOWN_TO_THE_PROTOCOL.contains(value.toString()))
          .map(value -> valueTest(probe, field, value));
    }
    if (parameter == Boolean.class || parameter == boolean.class) {
      return Stream.of(true, false).map(value -> valueTest(probe, field, value));
    }
    return Stream.of(
        dynamicTest(
            field.getName() + " equal",
            () -> {
              var value = operand(probe, field);
              assertThat(found(probe, field, value)).isNotEmpty();
              assertFinds(probe, field, value, values -> values.contains(value));
            }));
  }

  private static DynamicTest valueTest(SearchProbe probe, Method field, Object value) {
    return dynamicTest(
        field.getName() + " " + value,
        () -> assertFinds(probe, field, value, values -> values.contains(value)));
  }

  private static List<Object> found(SearchProbe probe, Method field, Object argument) {
    return probe.filtered(filter -> SearchProbe.invoke(field, filter, argument));
  }

  private static void assertFinds(
      SearchProbe probe, Method field, Object argument, Predicate<Collection<?>> wanted) {
    var type = Objects.requireNonNull(probe.filterType());
    var expected =
        probe.all().stream()
            .filter(row -> wanted.test(oracle.values(type, field.getName(), row)))
            .map(SearchProbe::describe)
            .toList();
    assertThat(found(probe, field, argument))
        .extracting(SearchProbe::describe)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /** A value in the middle of those that rows have in the field. */
  private static Object operand(SearchProbe probe, Method field) {
    var type = Objects.requireNonNull(probe.filterType());
    List<Object> values = new ArrayList<>();
    for (var row : probe.all()) {
      values.addAll(oracle.values(type, field.getName(), row));
    }
    var usable =
        values.stream()
            .filter(value -> value.toString().length() < 300)
            .distinct()
            .sorted(Comparator.comparing(SearchFieldsIT::comparable))
            .toList();
    assertThat(usable).as("rows with a value in %s", field.getName()).isNotEmpty();
    return usable.get(usable.size() / 2);
  }

  @SuppressWarnings("unchecked")
  private static Comparable<Object> comparable(Object value) {
    return (Comparable<Object>) (value instanceof Enum<?> constant ? constant.name() : value);
  }

  // operators -------------------------------------------------------------------------------------

  private static Stream<Method> operators(Class<?> property) {
    return Arrays.stream(property.getMethods())
        .filter(method -> !method.isDefault() && !method.isBridge() && !method.isVarArgs())
        .filter(method -> method.getParameterCount() == 1)
        .sorted(Comparator.comparing(Method::getName));
  }

  private static DynamicTest operatorTest(SearchProbe probe, Method field, Method operator) {
    return dynamicTest(
        field.getName() + " " + operator.getName(),
        () -> {
          var operand = operand(probe, field);
          switch (operator.getName()) {
            case "exists" -> {
              assertOperator(probe, field, operator, true, values -> !values.isEmpty());
              assertOperator(probe, field, operator, false, Collection::isEmpty);
            }
            case "in", "notIn" -> {
              var isIn = operator.getName().equals("in");
              assertOperator(
                  probe,
                  field,
                  operator,
                  List.of(operand),
                  values -> values.contains(operand) == isIn);
              assertOperator(probe, field, operator, List.of(), values -> true);
            }
            case "like" -> assertLike(probe, field, operator, operand);
            default ->
                assertOperator(
                    probe, field, operator, operand, comparison(operator.getName(), operand));
          }
        });
  }

  private static void assertOperator(
      SearchProbe probe,
      Method field,
      Method operator,
      Object operand,
      Predicate<Collection<?>> wanted) {
    Consumer<Object> condition = property -> SearchProbe.invoke(operator, property, operand);
    assertFinds(probe, field, condition, wanted);
  }

  private static void assertLike(SearchProbe probe, Method field, Method operator, Object operand) {
    var text = operand.toString();
    var middle = text.substring(text.length() / 2);
    assertOperator(
        probe,
        field,
        operator,
        "*" + middle.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?"),
        values -> values.stream().anyMatch(value -> value.toString().endsWith(middle)));
    assertOperator(probe, field, operator, text + "?nothing", values -> false);
  }

  private static Predicate<Collection<?>> comparison(String operator, Object operand) {
    return switch (operator) {
      case "eq" -> values -> values.contains(operand);
      case "neq" -> values -> !values.contains(operand);
      case "gt" -> any(value -> compare(value, operand) > 0);
      case "gte" -> any(value -> compare(value, operand) >= 0);
      case "lt" -> any(value -> compare(value, operand) < 0);
      case "lte" -> any(value -> compare(value, operand) <= 0);
      default -> throw new AssertionError("Expected to know " + operator);
    };
  }

  private static Predicate<Collection<?>> any(Predicate<Object> wanted) {
    return values -> values.stream().anyMatch(wanted);
  }

  private static int compare(Object left, Object right) {
    return left instanceof OffsetDateTime time
        ? time.toInstant().compareTo(((OffsetDateTime) right).toInstant())
        : comparable(left).compareTo(comparable(right));
  }

  // sort ------------------------------------------------------------------------------------------

  @TestFactory
  Stream<DynamicContainer> shouldSortByEveryField() {
    return probes()
        .filter(probe -> probe.sortType() != null)
        .map(probe -> dynamicContainer(probe.name(), sortTests(probe)));
  }

  private static Stream<DynamicTest> sortTests(SearchProbe probe) {
    var type = Objects.requireNonNull(probe.sortType());
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == type)
        .filter(method -> !method.isBridge())
        .filter(method -> !Set.of("asc", "desc").contains(method.getName()))
        .filter(method -> !UNNAMED_BY_THE_CLIENT.contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .flatMap(
            field ->
                Stream.of("asc", "desc")
                    .map(
                        order ->
                            dynamicTest(
                                field.getName() + " " + order,
                                () -> assertSorted(probe, type, field, order))));
  }

  private static void assertSorted(SearchProbe probe, Class<?> type, Method field, String order) {
    var direction =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(order) && method.getParameterCount() == 0)
            .findFirst()
            .orElseThrow();
    var rows =
        probe.sorted(
            sort -> {
              SearchProbe.invoke(field, sort);
              SearchProbe.invoke(direction, sort);
            });
    assertThat(rows)
        .extracting(SearchProbe::describe)
        .containsExactlyInAnyOrderElementsOf(
            probe.all().stream().map(SearchProbe::describe).toList());
    var values = new ArrayList<@Nullable Object>();
    rows.forEach(
        row ->
            values.add(
                oracle.values(type, field.getName(), row).stream().findFirst().orElse(null)));
    Comparator<Object> wanted =
        order.equals("asc") ? SearchFieldsIT::compare : (a, b) -> compare(b, a);
    assertThat(values).isSortedAccordingTo(Comparator.nullsLast(wanted));
  }

  // several conditions ----------------------------------------------------------------------------

  @Test
  void shouldFindInstancesByVariablesTagsAndAlternatives() {
    assertThat(instances(filter -> filter.variables(Map.of("caseid", "\"one\"")))).hasSize(1);
    assertThat(instances(filter -> filter.variables(Map.of("caseid", "\"one\"", "tag", "\"x\""))))
        .isEmpty();
    assertThat(
            instances(
                filter ->
                    filter.variables(
                        List.of(
                            variable -> variable.name("caseid").value(value -> value.like("*e\"")),
                            variable -> variable.name("tag").value("\"x\"")))))
        .containsOnly("businessfive");
    assertThat(instances(filter -> filter.tags("b")))
        .containsOnly("businessnone", "businessfive", "businessseven")
        .hasSize(4);
    assertThat(instances(filter -> filter.tags("a", "b"))).hasSize(4);
    assertThat(
            instances(
                filter ->
                    filter
                        .processDefinitionId("workprocess")
                        .orFilters(
                            List.of(
                                either -> either.businessId("businessone"),
                                either -> either.businessId(id -> id.like("*two")),
                                either -> either.businessId("businesssix")))))
        .containsExactlyInAnyOrder("businessone", "businesstwo");
  }

  private static List<String> instances(
      Consumer<io.camunda.client.api.search.filter.ProcessInstanceFilter> filter) {
    return client.newProcessInstanceSearchRequest().filter(filter).send().join().items().stream()
        .map(instance -> String.valueOf(instance.getBusinessId()))
        .toList();
  }

  @Test
  void shouldFindTasksByVariablesAndTags() {
    assertThat(tasks(filter -> filter.processInstanceVariables(Map.of("owner", "\"bob\""))))
        .hasSize(1);
    assertThat(tasks(filter -> filter.localVariables(Map.of("mine", 20)))).hasSize(1);
    assertThat(
            tasks(
                filter ->
                    filter.localVariables(
                        List.of(
                            variable ->
                                variable.name("mine").value(value -> value.in("10", "30"))))))
        .hasSize(2);
    assertThat(tasks(filter -> filter.tags("b"))).hasSize(1);
  }

  private static List<?> tasks(
      Consumer<io.camunda.client.api.search.filter.UserTaskFilter> filter) {
    return client.newUserTaskSearchRequest().filter(filter).send().join().items();
  }

  @Test
  void shouldHoldRowsOfSeveralStates() {
    assertThat(client.newJobSearchRequest().send().join().items())
        .extracting(job -> job.getState())
        .contains(JobState.COMPLETED, JobState.FAILED, JobState.ERROR_THROWN, JobState.CREATED);
  }
}
