package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.ClusterVariableScope;
import io.camunda.client.api.search.response.ClusterVariable;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cluster variables: kept, found, and seen by expressions. */
class ClusterVariablesIT {
  private static final String TENANT = "<default>";
  private static GatewayFixture fixture;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start(Map.of("yagona.embedded-engine.variable-size", 20_000));
    client = fixture.rest();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @BeforeEach
  void purge() {
    fixture.purge();
  }

  private static void global(String name, Object value) {
    client.newGloballyScopedClusterVariableCreateRequest().create(name, value).send().join();
  }

  private static void ofTenant(String name, Object value) {
    client.newTenantScopedClusterVariableCreateRequest(TENANT).create(name, value).send().join();
  }

  private static void assertProblem(int code, String sentence, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(code))
        .withMessageContaining(sentence);
  }

  // kept ------------------------------------------------------------------------------------------

  @Test
  void shouldCreateGetUpdateAndDeleteInBothScopes() {
    var created =
        client
            .newGloballyScopedClusterVariableCreateRequest()
            .create("LIMIT", Map.of("days", 3))
            .send()
            .join();
    assertThat(created.getScope()).isEqualTo(ClusterVariableScope.GLOBAL);
    assertThat(created.getTenantId()).isNull();
    ofTenant("LIMIT", 5);

    client
        .newGloballyScopedClusterVariableUpdateRequest()
        .update("LIMIT", List.of(1, 2))
        .send()
        .join();
    client.newTenantScopedClusterVariableUpdateRequest(TENANT).update("LIMIT", 6).send().join();

    var global =
        client.newGloballyScopedClusterVariableGetRequest().withName("LIMIT").send().join();
    assertThat(global.getValue()).isEqualTo("[1,2]");
    var own =
        client.newTenantScopedClusterVariableGetRequest(TENANT).withName("LIMIT").send().join();
    assertThat(own.getValue()).isEqualTo("6");
    assertThat(own.getTenantId()).isEqualTo(TENANT);
    client.newTenantScopedClusterVariableDeleteRequest(TENANT).delete("LIMIT").send().join();
    client.newGloballyScopedClusterVariableDeleteRequest().delete("LIMIT").send().join();
    assertThat(client.newClusterVariableSearchRequest().send().join().items()).isEmpty();
  }

  @Test
  void shouldRefuseWhatCannotBeKept() {
    global("LIMIT", 3);

    assertProblem(409, "there is one already", () -> global("LIMIT", 4));
    assertProblem(400, "letters, digits and underscores", () -> global("max-days", 4));
    assertProblem(400, "letters, digits and underscores", () -> global("x".repeat(257), 4));
    assertProblem(400, "at most 20000 characters", () -> global("LONG", "x".repeat(20_000)));
    assertProblem(
        404,
        "no such variable",
        () ->
            client
                .newTenantScopedClusterVariableUpdateRequest(TENANT)
                .update("LIMIT", 1)
                .send()
                .join());
    assertProblem(
        404,
        "no such variable",
        () -> client.newGloballyScopedClusterVariableDeleteRequest().delete("OTHER").send().join());
    assertProblem(
        404,
        "cluster variable",
        () -> client.newGloballyScopedClusterVariableGetRequest().withName("OTHER").send().join());
    assertProblem(
        400,
        "the only one here",
        () ->
            client
                .newTenantScopedClusterVariableCreateRequest("elsewhere")
                .create("LIMIT", 1)
                .send()
                .join());
  }

  // found -----------------------------------------------------------------------------------------

  @Test
  void shouldFindByEveryFilterAndSortByEveryField() {
    global("a", "one");
    global("b", 2);
    ofTenant("a", "x".repeat(10_000));

    assertThat(names(search -> {})).containsExactly("a", "b", "a");
    assertThat(names(search -> search.filter(f -> f.name("a")))).hasSize(2);
    assertThat(names(search -> search.filter(f -> f.name(name -> name.like("b*")))))
        .containsExactly("b");
    assertThat(names(search -> search.filter(f -> f.value("\"one\"")))).containsExactly("a");
    assertThat(names(search -> search.filter(f -> f.value(v -> v.in("2", "3")))))
        .containsExactly("b");
    assertThat(names(search -> search.filter(f -> f.scope(ClusterVariableScope.TENANT))))
        .containsExactly("a");
    assertThat(
            names(search -> search.filter(f -> f.scope(s -> s.neq(ClusterVariableScope.TENANT)))))
        .containsExactly("a", "b");
    assertThat(names(search -> search.filter(f -> f.tenantId(TENANT)))).containsExactly("a");
    assertThat(names(search -> search.filter(f -> f.tenantId(t -> t.exists(false))))).hasSize(2);
    assertThat(names(search -> search.sort(s -> s.name().desc()))).containsExactly("b", "a", "a");
    assertThat(names(search -> search.sort(s -> s.value().asc().scope().asc().tenantId().asc())))
        .containsExactly("a", "a", "b");
  }

  @Test
  void shouldCutLongValuesInSearchesUnlessAskedOtherwise() {
    global("a", "x".repeat(10_000));

    var cut = client.newClusterVariableSearchRequest().send().join().singleItem();
    var whole = client.newClusterVariableSearchRequest().withFullValues().send().join();

    assertThat(cut.isTruncated()).isTrue();
    assertThat(cut.getValue().length()).isLessThan(10_000);
    assertThat(whole.singleItem().getValue()).hasSize(10_002);
  }

  private static List<String> names(
      Consumer<io.camunda.client.api.search.request.ClusterVariableSearchRequest> asked) {
    var request = client.newClusterVariableSearchRequest();
    asked.accept(request);
    return request.send().join().items().stream().map(ClusterVariable::getName).toList();
  }

  // seen ------------------------------------------------------------------------------------------

  @Test
  void shouldBeSeenByExpressionsOfProcesses() {
    global("LIMIT", Map.of("days", 3));
    global("CITY", "Toshkent");
    ofTenant("CITY", "Nukus");
    var model =
        Bpmn.createExecutableProcess("reading")
            .startEvent()
            .scriptTask(
                "read",
                script ->
                    script
                        .zeebeExpression(
                            "[camunda.vars.env.LIMIT.days, camunda.vars.env.CITY, camunda.vars.cluster.CITY, camunda.vars.tenant.CITY, camunda.vars.tenant.LIMIT]")
                        .zeebeResultVariable("seen"))
            .endEvent()
            .done();
    client.newDeployResourceCommand().addProcessModel(model, "reading.bpmn").send().join();

    assertThat(read(Map.of())).isEqualTo("[3,\"Nukus\",\"Toshkent\",\"Nukus\",null]");

    client.newTenantScopedClusterVariableDeleteRequest(TENANT).delete("CITY").send().join();
    assertThat(read(Map.of())).isEqualTo("[3,\"Toshkent\",\"Toshkent\",null,null]");
    assertThat(read(Map.of("camunda", Map.of("vars", Map.of("env", Map.of("CITY", "Termiz"))))))
        .isEqualTo("[null,\"Termiz\",null,null,null]");
  }

  private static String read(Map<String, ?> variables) {
    var seen =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId("reading")
            .latestVersion()
            .variables(variables)
            .withResult()
            .send()
            .join()
            .getVariablesAsMap()
            .get("seen");
    return uz.yagona.engine.api.Variables.jsonOfValue(seen);
  }

  @Test
  void shouldBeSeenByDecisionsAndSingleExpressions() {
    global("LIMIT", 10);
    var dmn =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file"
            namespace="http://yagona.uz/test">
          <decision id="double" name="double"><variable name="double" />
            <literalExpression><text>camunda.vars.env.LIMIT * 2</text></literalExpression></decision>
        </definitions>""";
    client.newDeployResourceCommand().addResourceStringUtf8(dmn, "double.dmn").send().join();

    assertThat(
            client
                .newEvaluateDecisionCommand()
                .decisionId("double")
                .send()
                .join()
                .getDecisionOutput())
        .isEqualTo("20");
    assertThat(
            client
                .newEvaluateExpressionCommand()
                .expression("=camunda.vars.cluster.LIMIT + 1")
                .send()
                .join()
                .getResult())
        .isEqualTo(11);
  }
}
