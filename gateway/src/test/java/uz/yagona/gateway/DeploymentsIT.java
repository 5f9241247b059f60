package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deployments: all or nothing, unchanged files, faults and warnings. */
class DeploymentsIT {
  private static final String FORM = "{\"id\":\"ask\",\"type\":\"default\",\"components\":[%s]}";
  private static GatewayFixture fixture;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start();
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

  /** Files by name, in the order of the arguments: name, content, name, content. */
  private static DeploymentEvent deploy(String... files) {
    var command = client.newDeployResourceCommand();
    DeployResourceCommandStep2 next = null;
    for (var i = 0; i < files.length; i += 2) {
      next = command.addResourceStringUtf8(files[i + 1], files[i]);
    }
    return next.send().join();
  }

  private static ThrowableAssertAlternative<ProblemException> refused(String... files) {
    return assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> deploy(files))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(400));
  }

  private static String asking(ZeebeBindingType binding) {
    return text(
        Bpmn.createExecutableProcess("asking")
            .startEvent()
            .userTask("ask")
            .zeebeUserTask()
            .zeebeFormId("ask")
            .zeebeFormBindingType(binding)
            .endEvent()
            .done());
  }

  private static String text(BpmnModelInstance model) {
    return Bpmn.convertToString(model);
  }

  private static String dmn(String id, String decision, String literal) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%s" name="n" namespace="http://yagona.uz/test">
          <decision id="%s" name="d"><variable name="v" /><literalExpression id="value"><text>%s</text></literalExpression></decision>
        </definitions>"""
        .formatted(id, decision, literal);
  }

  // all or nothing --------------------------------------------------------------------------------

  @Test
  void shouldDeployNothingWhenOneFileIsFaulty() {
    refused(
            "asking.bpmn",
            asking(ZeebeBindingType.latest),
            "ask.form",
            FORM.formatted(""),
            "broken.dmn",
            dmn("file", "price", "1 +"))
        .withMessageContaining("broken.dmn: decision 'price', literalExpression 'value'");

    assertThat(client.newProcessDefinitionSearchRequest().send().join().items()).isEmpty();
    assertThat(deploy("ask.form", FORM.formatted("")).getForm().get(0).getVersion()).isEqualTo(1);
  }

  @Test
  void shouldTellTheFaultsOfAllFilesAtOnce() {
    var model =
        Bpmn.createExecutableProcess("faulty").startEvent().serviceTask("pay").endEvent().done();

    refused(
            "faulty.bpmn",
            text(model),
            "ask.form",
            FORM.formatted("{\"id\":\"name\"},{\"key\":\"age\",\"type\":\"number\"}"),
            "other.form",
            "{\"key\":\"other\",\"fields\":[{\"type\":\"container\",\"fields\":{\"1\":[{\"id\":\"deep\"}]}}]}",
            "words.form",
            "no json")
        .withMessageContaining("faulty.bpmn: serviceTask 'pay'")
        .withMessageContaining("ask.form: field 'name': Expected a 'type'")
        .withMessageContaining("other.form: field 'deep': Expected a 'type'")
        .withMessageContaining("words.form: Expected JSON");
  }

  @Test
  void shouldRefuseTheSameIdTwice() {
    refused(
            "a.dmn",
            dmn("file", "price", "1"),
            "b.dmn",
            dmn("other", "price", "2"),
            "a.form",
            FORM.formatted(""),
            "b.form",
            FORM.formatted(""))
        .withMessageContaining("b.dmn: Expected each id once in a deployment, but decision 'price'")
        .withMessageContaining("b.form: Expected each id once in a deployment, but form 'ask'");
  }

  // unchanged -------------------------------------------------------------------------------------

  @Test
  void shouldKeepTheVersionsOfUnchangedFiles() {
    var files =
        new String[] {
          "asking.bpmn", asking(ZeebeBindingType.latest),
          "ask.form", FORM.formatted(""),
          "price.dmn", dmn("file", "price", "1")
        };
    var first = deploy(files);
    var again = deploy(files);

    assertThat(versions(again)).isEqualTo(versions(first)).containsOnly(1);
    assertThat(again.getProcesses().get(0).getProcessDefinitionKey())
        .isEqualTo(first.getProcesses().get(0).getProcessDefinitionKey());
    files[5] = dmn("file", "price", "2");
    assertThat(versions(deploy(files))).containsExactly(1, 1, 2, 2);
    files[4] = "renamed.dmn";
    assertThat(versions(deploy(files))).containsExactly(1, 1, 3, 3);
  }

  private static List<Integer> versions(DeploymentEvent deployment) {
    var versions = new ArrayList<Integer>();
    deployment.getProcesses().forEach(each -> versions.add(each.getVersion()));
    deployment.getForm().forEach(each -> versions.add(each.getVersion()));
    deployment.getDecisions().forEach(each -> versions.add(each.getVersion()));
    deployment.getDecisionRequirements().forEach(each -> versions.add(each.getVersion()));
    return versions;
  }

  @Test
  void shouldBindTasksToTheFormOfTheirDeploymentAlsoWhenTheyAreUnchanged() {
    var process = asking(ZeebeBindingType.deployment);
    deploy("asking.bpmn", process, "ask.form", FORM.formatted(""));
    var changed = FORM.formatted("{\"id\":\"name\",\"type\":\"textfield\"}");
    var second = deploy("asking.bpmn", process, "ask.form", changed);
    assertThat(versions(second)).containsExactly(2, 2);
    var third = deploy("asking.bpmn", process + " ", "ask.form", changed);
    assertThat(versions(third)).containsExactly(3, 3);

    client.newCreateInstanceCommand().bpmnProcessId("asking").latestVersion().send().join();

    var task = client.newUserTaskSearchRequest().send().join().singleItem();
    assertThat(task.getFormKey()).isEqualTo(third.getForm().get(0).getFormKey());
    assertThat(versions(deploy("asking.bpmn", process + " ", "ask.form", changed)))
        .containsExactly(3, 3);
  }

  // warnings --------------------------------------------------------------------------------------

  @Test
  void shouldWarnOfWhatIsNotDeployed() {
    var model =
        Bpmn.createExecutableProcess("calling")
            .startEvent()
            .userTask("ask")
            .zeebeUserTask()
            .zeebeFormId("ask")
            .businessRuleTask(
                "rule", rule -> rule.zeebeCalledDecisionId("price").zeebeResultVariable("p"))
            .callActivity("call", call -> call.zeebeProcessId("called"))
            .callActivity("later", call -> call.zeebeProcessIdExpression("id"))
            .callActivity("self", call -> call.zeebeProcessId("calling"))
            .endEvent()
            .done();

    assertThat(warnings("calling.bpmn", text(model)))
        .containsExactlyInAnyOrder(
            "calling.bpmn: Element 'ask': Expected a form with id 'ask', but none is deployed",
            "calling.bpmn: Element 'rule': Expected a decision with id 'price', but none is deployed",
            "calling.bpmn: Element 'call': Expected a process with id 'called', but none is deployed");
    deploy("ask.form", FORM.formatted(""), "price.dmn", dmn("file", "price", "1"));
    assertThat(warnings("calling.bpmn", text(model)))
        .containsExactly(
            "calling.bpmn: Element 'call': Expected a process with id 'called', but none is deployed");
    assertThat(warnings("asking.bpmn", asking(ZeebeBindingType.deployment)))
        .containsExactly(
            "asking.bpmn: Element 'ask': Expected a form with id 'ask', but none is in this deployment");
    assertThat(warnings("asking.bpmn", asking(ZeebeBindingType.latest))).isEmpty();
    assertThat(deploy("calling.bpmn", text(model)).getProcesses()).hasSize(1);
  }

  /** As the answer of the API tells them, beyond what the client reads. */
  private static List<String> warnings(String name, String content) {
    var boundary = "a-boundary";
    var body =
        """
        --%1$s\r
        Content-Disposition: form-data; name="resources"; filename="%2$s"\r
        Content-Type: application/octet-stream\r
        \r
        %3$s\r
        --%1$s--\r
        """
            .formatted(boundary, name, content);
    var http = fixture.http();
    var answer =
        http.send(
            http.request("/v2/deployments")
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames()).contains("deploymentKey", "tenantId", "deployments");
    return answer.json().path("warnings").values().stream().map(each -> each.asString()).toList();
  }

  @Test
  void shouldLetATaskFindAFormThatIsDeployedAfterTheWarning() {
    deploy("asking.bpmn", asking(ZeebeBindingType.latest));
    deploy("ask.form", FORM.formatted(""));

    client
        .newCreateInstanceCommand()
        .bpmnProcessId("asking")
        .latestVersion()
        .variables(Map.of())
        .send()
        .join();

    assertThat(client.newUserTaskSearchRequest().send().join().items()).hasSize(1);
  }
}
