package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.enums.JobState;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every search of the official client is understood, with filters, sort and page. */
class SearchesIT {
  private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-12-01T10:00:00Z");
  private static GatewayServer server;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    client = server.rest();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> searches() {
    return Stream.of(
        search(
            "process instances",
            c ->
                c.newProcessInstanceSearchRequest()
                    .filter(
                        f ->
                            f.state(ProcessInstanceState.ACTIVE)
                                .processDefinitionId(id -> id.like("citizen*"))
                                .startDate(d -> d.gte(TIME).lt(TIME.plusDays(1)))
                                .hasIncident(true)
                                .variables(Map.of("a", 1))
                                .elementId("x")
                                .orFilters(
                                    List.of(o -> o.businessId("b"), o -> o.hasIncident(true))))
                    .sort(s -> s.startDate().desc().processInstanceKey().asc())
                    .page(p -> p.from(0).limit(10))),
        search(
            "element instances",
            c ->
                c.newElementInstanceSearchRequest()
                    .filter(
                        f ->
                            f.processInstanceKey(1)
                                .state(ElementInstanceState.ACTIVE)
                                .elementId("x")
                                .elementInstanceScopeKey(2))
                    .sort(s -> s.startDate().asc())),
        search(
            "process definitions",
            c ->
                c.newProcessDefinitionSearchRequest()
                    .filter(f -> f.processDefinitionId("p").isLatestVersion(true).version(1))
                    .sort(s -> s.version().desc())),
        search(
            "jobs",
            c ->
                c.newJobSearchRequest()
                    .filter(
                        f ->
                            f.state(JobState.CREATED)
                                .type("work")
                                .retries(r -> r.gt(0))
                                .deadline(d -> d.exists(false)))
                    .sort(s -> s.deadline().asc())),
        search(
            "user tasks",
            c ->
                c.newUserTaskSearchRequest()
                    .filter(
                        f ->
                            f.state(UserTaskState.CREATED)
                                .candidateGroup(g -> g.in("a", "b"))
                                .assignee(a -> a.exists(false))
                                .dueDate(d -> d.lt(TIME))
                                .priority(p -> p.gte(50))
                                .processInstanceVariables(Map.of("x", "y"))
                                .localVariables(Map.of("z", 1)))
                    .sort(s -> s.dueDate().asc().creationDate().desc())
                    .page(p -> p.limit(25))),
        search(
            "variables",
            c ->
                c.newVariableSearchRequest()
                    .filter(f -> f.scopeKey(1L).name(n -> n.in("a", "b")).value("1"))
                    .sort(s -> s.name().asc())),
        search(
            "incidents",
            c ->
                c.newIncidentSearchRequest()
                    .filter(f -> f.state(IncidentState.ACTIVE).processInstanceKey(1L))
                    .sort(s -> s.creationTime().desc())),
        search(
            "message subscriptions",
            c ->
                c.newMessageSubscriptionSearchRequest()
                    .filter(f -> f.messageName("m").correlationKey("k"))
                    .sort(s -> s.messageName().asc())),
        search(
            "correlated message subscriptions",
            c ->
                c.newCorrelatedMessageSubscriptionSearchRequest()
                    .filter(f -> f.messageName("m"))
                    .sort(s -> s.correlationTime().asc())),
        search(
            "decision definitions",
            c ->
                c.newDecisionDefinitionSearchRequest()
                    .filter(f -> f.decisionDefinitionId("sla").isLatestVersion(true))
                    .sort(s -> s.version().desc())),
        search(
            "decision requirements",
            c ->
                c.newDecisionRequirementsSearchRequest()
                    .filter(f -> f.decisionRequirementsId("drg"))
                    .sort(s -> s.version().desc())),
        search(
            "decision instances",
            c ->
                c.newDecisionInstanceSearchRequest()
                    .filter(f -> f.decisionDefinitionId("sla").evaluationDate(d -> d.gt(TIME)))
                    .sort(s -> s.evaluationDate().desc())));
  }

  private static Arguments search(
      String name, Function<CamundaClient, FinalCommandStep<? extends SearchResponse<?>>> search) {
    return Arguments.of(name, search);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void shouldFindNothingOnAnEmptyDatabase(
      String name, Function<CamundaClient, FinalCommandStep<? extends SearchResponse<?>>> search) {
    var found = search.apply(client).send().join();

    assertThat(found.items()).isEmpty();
    assertThat(found.page().totalItems()).isZero();
  }
}
