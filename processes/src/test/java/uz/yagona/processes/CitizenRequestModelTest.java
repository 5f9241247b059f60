package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the model names exists, and what the README promises stands in the model. */
class CitizenRequestModelTest {
  private static final ModelFile MODEL = ModelFile.of("citizen-request");
  private static final String CONTRACT = ModelFile.read(Path.of("citizen-request/README.md"));
  private static final Set<String> UNSEEN =
      Set.of("handling-started", "handling-done", "preparation-started");
  private static final List<String> LANGUAGES = List.of("name.uz-Cyrl", "name.ru", "name.en");

  @Test
  void shouldPassTheValidatorsOfTheModeler() {
    assertThat(MODEL.problems()).isEmpty();
  }

  @Test
  void shouldHaveSpeakingUniqueIds() {
    assertThat(MODEL.attributes("id"))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
  }

  @Test
  void shouldUseExactlyTheJobTypesOfTheContract() {
    assertThat(new HashSet<>(MODEL.jobTypesByElement().values()))
        .isEqualTo(firstCells("Job types"));
  }

  @Test
  void shouldCallDecisionsThatExist() {
    var called =
        MODEL.all(ZeebeCalledDecision.class).stream()
            .map(ZeebeCalledDecision::getDecisionId)
            .collect(Collectors.toSet());

    assertThat(called)
        .isEqualTo(Set.of("sla", "request-triage", "competence-routing", "forward-routing"));
    assertThat(decisionIds()).containsAll(called);
  }

  @Test
  void shouldShowTheFormsOfTheContract() {
    var forms =
        MODEL.all(ZeebeFormDefinition.class).stream()
            .map(ZeebeFormDefinition::getExternalReference)
            .collect(Collectors.toSet());

    assertThat(forms).isEqualTo(firstCells("User tasks and forms"));
    assertThat(forms).allMatch(CitizenRequestModelTest::isFormThere);
  }

  @Test
  void shouldCatchErrorsThatAWorkerThrows() {
    var section = section("Job types");

    assertThat(MODEL.all(Error.class))
        .allSatisfy(error -> assertThat(section).contains("`" + error.getErrorCode() + "`"));
    assertThat(MODEL.all(BoundaryEvent.class)).hasSize(9);
  }

  @Test
  void shouldListenToTheMessagesOfTheContract() {
    assertThat(MODEL.all(Message.class).stream().map(Message::getName))
        .containsExactlyInAnyOrderElementsOf(firstCells("Messages"));
  }

  @Test
  void shouldNameWhatPeopleSeeInFourLanguages() {
    var seen = new LinkedHashSet<FlowElement>(MODEL.all(Activity.class));
    MODEL.all(Event.class).stream()
        .filter(event -> !UNSEEN.contains(event.getId()))
        .forEach(seen::add);
    MODEL.all(SequenceFlow.class).stream()
        .filter(flow -> flow.getName() != null)
        .forEach(seen::add);

    assertThat(seen)
        .allSatisfy(
            element -> {
              assertThat(element.getName()).as(element.getId()).isNotBlank();
              assertThat(ModelFile.properties(element))
                  .as(element.getId())
                  .containsKeys(LANGUAGES.toArray(String[]::new))
                  .allSatisfy((language, name) -> assertThat(name).isNotBlank());
            });
  }

  @Test
  void shouldSpellUzbekLettersWithTheirOwnMarks() {
    assertThat(MODEL.xml()).doesNotContainPattern("[oOgG]['’‘`]\\p{L}");
    assertThat(MODEL.all(FlowElement.class))
        .allSatisfy(
            element ->
                assertThat(ModelFile.properties(element).getOrDefault("name.uz-Cyrl", ""))
                    .doesNotContainPattern("[A-Za-z]"));
  }

  @Test
  void shouldDrawEveryElement() {
    var drawn = new HashSet<>(MODEL.attributes("bpmnElement"));

    assertThat(MODEL.all(FlowElement.class).stream().map(FlowElement::getId))
        .allMatch(drawn::contains);
  }

  @Test
  void shouldHaveADefaultAtEveryDecidingGateway() {
    assertThat(MODEL.all(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .hasSize(4)
        .allSatisfy(gateway -> assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull());
  }

  @Test
  void shouldKeepTheClockTimersFromInterrupting() {
    assertThat(MODEL.all(BoundaryEvent.class))
        .filteredOn(event -> event.getAttachedTo().getId().equals("prepare-decision"))
        .hasSize(3)
        .noneMatch(BoundaryEvent::cancelActivity);
  }

  @Test
  void shouldGiveUserTasksToGroupsOnly() {
    assertThat(MODEL.all(UserTask.class)).hasSize(2);
    assertThat(MODEL.attributes("candidateGroups"))
        .containsExactlyInAnyOrder("=route.group", "=route.headGroup");
  }

  private static boolean isFormThere(String form) {
    try (var files = Files.walk(Path.of("../forms/src/main/resources"))) {
      return files.anyMatch(file -> file.endsWith(form + ".form"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> decisionIds() {
    return List.of("sla", "request-triage", "competence-routing", "escalation").stream()
        .map(name -> MODEL.path().resolveSibling(name + ".dmn"))
        .filter(Files::exists)
        .map(ModelFile::read)
        .flatMap(
            xml ->
                Pattern.compile("<decision id=\"([^\"]+)\"")
                    .matcher(xml)
                    .results()
                    .map(match -> match.group(1)))
        .collect(Collectors.toSet());
  }

  private static String section(String title) {
    var start = CONTRACT.indexOf("## " + title);
    assertThat(start).as("section '%s' of the README", title).isPositive();
    var end = CONTRACT.indexOf("\n## ", start);
    return CONTRACT.substring(start, end < 0 ? CONTRACT.length() : end);
  }

  /** Values between back quotes in the first cell of each row of a section's table. */
  private static Set<String> firstCells(String title) {
    return Pattern.compile("(?m)^\\| `([^`]+)`")
        .matcher(section(title))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
