package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.yagona.gateway.RightsWorld.ORDERS;
import static uz.yagona.gateway.RightsWorld.SECRETS;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.PermissionType;
import io.camunda.client.api.search.enums.ResourceType;
import io.camunda.client.api.search.response.SearchResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Searches show, count and page what the caller may read, as if there were nothing else. */
class VisibleRowsIT {
  private static RightsWorld world;
  private static CamundaClient user;

  /** A search, the permission it needs, and how often the rows of one instance are found. */
  record Search(
      String name,
      ResourceType resource,
      PermissionType permission,
      String id,
      int found,
      Function<CamundaClient, SearchResponse<?>> search) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() {
    world = new RightsWorld();
    user = world.user("reader", true);
    world.incident(SECRETS);
    world.incident(ORDERS);
    world.incident(SECRETS);
    world.evaluation();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Search ofInstances(
      String name, int found, Function<CamundaClient, SearchResponse<?>> search) {
    return new Search(
        name,
        ResourceType.PROCESS_DEFINITION,
        PermissionType.READ_PROCESS_INSTANCE,
        ORDERS,
        found,
        search);
  }

  static Stream<Search> searches() {
    return Stream.of(
        ofInstances(
            "process instances",
            1,
            client -> client.newProcessInstanceSearchRequest().send().join()),
        ofInstances(
            "element instances",
            4,
            client -> client.newElementInstanceSearchRequest().send().join()),
        ofInstances("incidents", 1, client -> client.newIncidentSearchRequest().send().join()),
        ofInstances("variables", 1, client -> client.newVariableSearchRequest().send().join()),
        ofInstances("jobs", 1, client -> client.newJobSearchRequest().send().join()),
        ofInstances(
            "instances by process",
            1,
            client -> client.newProcessDefinitionInstanceStatisticsRequest().send().join()),
        new Search(
            "user tasks",
            ResourceType.PROCESS_DEFINITION,
            PermissionType.READ_USER_TASK,
            ORDERS,
            1,
            client -> client.newUserTaskSearchRequest().send().join()),
        new Search(
            "process definitions",
            ResourceType.PROCESS_DEFINITION,
            PermissionType.READ_PROCESS_DEFINITION,
            ORDERS,
            1,
            client -> client.newProcessDefinitionSearchRequest().send().join()),
        new Search(
            "decisions",
            ResourceType.DECISION_DEFINITION,
            PermissionType.READ_DECISION_DEFINITION,
            "sla",
            1,
            client -> client.newDecisionDefinitionSearchRequest().send().join()),
        new Search(
            "decision requirements",
            ResourceType.DECISION_REQUIREMENTS_DEFINITION,
            PermissionType.READ,
            "sla-requirements",
            1,
            client -> client.newDecisionRequirementsSearchRequest().send().join()),
        new Search(
            "evaluations",
            ResourceType.DECISION_DEFINITION,
            PermissionType.READ_DECISION_INSTANCE,
            "sla",
            1,
            client -> client.newDecisionInstanceSearchRequest().send().join()),
        new Search(
            "users",
            ResourceType.USER,
            PermissionType.READ,
            "reader",
            1,
            client -> client.newUsersSearchRequest().send().join()),
        new Search(
            "roles",
            ResourceType.ROLE,
            PermissionType.READ,
            "rpa",
            1,
            client -> client.newRolesSearchRequest().send().join()));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void shouldShowAndCountWhatThePermissionIsFor(Search row) {
    assertThat(row.search().apply(user).items()).isEmpty();
    assertThat(row.search().apply(user).page().totalItems()).isZero();
    var other = world.grant("reader", row.resource(), "another", row.permission());
    assertThat(row.search().apply(user).items()).isEmpty();

    var key = world.grant("reader", row.resource(), row.id(), row.permission());

    var found = row.search().apply(user);
    assertThat(found.items()).hasSize(row.found());
    assertThat(found.page().totalItems()).isEqualTo(row.found());
    world.revoke(key);
    var all = world.grant("reader", row.resource(), "*", row.permission());
    assertThat(row.search().apply(user).page().totalItems())
        .isEqualTo(row.search().apply(world.admin).page().totalItems());
    world.revoke(all);
    world.revoke(other);
  }

  @Test
  void shouldPageThroughWhatIsVisibleWithoutGaps() {
    var key =
        world.grant(
            "reader",
            ResourceType.PROCESS_DEFINITION,
            ORDERS,
            PermissionType.READ_PROCESS_INSTANCE);

    var first = user.newElementInstanceSearchRequest().page(page -> page.limit(3)).send().join();
    var cursor = first.page().endCursor();
    var second =
        user.newElementInstanceSearchRequest()
            .page(page -> page.limit(3).after(cursor))
            .send()
            .join();

    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(1);
    assertThat(first.page().totalItems()).isEqualTo(4);
    assertThat(Stream.of(first.items(), second.items()).flatMap(List::stream))
        .allSatisfy(each -> assertThat(each.getProcessDefinitionId()).isEqualTo(ORDERS));
    world.revoke(key);
  }

  @Test
  void shouldNotLetAnAlternativeInTheFilterShowMore() {
    var key =
        world.grant(
            "reader",
            ResourceType.PROCESS_DEFINITION,
            ORDERS,
            PermissionType.READ_PROCESS_INSTANCE);

    var found =
        user.newProcessInstanceSearchRequest()
            .filter(
                filter ->
                    filter.orFilters(
                        List.of(
                            one -> one.processDefinitionId(SECRETS),
                            two -> two.processDefinitionId(ORDERS))))
            .send()
            .join();

    assertThat(found.items())
        .extracting(each -> each.getProcessDefinitionId())
        .containsExactly(ORDERS);
    world.revoke(key);
  }
}
