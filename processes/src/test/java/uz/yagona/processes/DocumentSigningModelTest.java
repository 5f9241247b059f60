package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the two models name exists, and what the README promises stands in them. */
class DocumentSigningModelTest {
  private static final ModelFile WHOLE = ModelFile.of("document-signing");
  private static final ModelFile TURN = ModelFile.of("document-signing", "signing-turn");
  private static final String CONTRACT = ModelFile.read(Path.of("document-signing/README.md"));

  static List<ModelFile> models() {
    return List.of(WHOLE, TURN);
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldPassTheValidatorsOfTheModeler(ModelFile model) {
    assertThat(model.problems()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldHaveSpeakingUniqueIds(ModelFile model) {
    assertThat(model.attributes("id"))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldDrawEveryElement(ModelFile model) {
    assertThat(new HashSet<>(model.attributes("bpmnElement")))
        .containsAll(model.all(FlowElement.class).stream().map(FlowElement::getId).toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldNameWhatPeopleSeeInFourLanguages(ModelFile model) {
    var seen = new LinkedHashSet<FlowElement>(model.all(Activity.class));
    seen.addAll(model.all(Event.class));
    model.all(SequenceFlow.class).stream()
        .filter(flow -> flow.getName() != null)
        .forEach(seen::add);

    assertThat(seen)
        .allSatisfy(
            element -> {
              assertThat(element.getName()).as(element.getId()).isNotBlank();
              assertThat(ModelFile.properties(element))
                  .as(element.getId())
                  .containsKeys("name.uz-Cyrl", "name.ru", "name.en")
                  .allSatisfy((language, name) -> assertThat(name).isNotBlank());
              assertThat(ModelFile.properties(element).get("name.uz-Cyrl"))
                  .doesNotContainPattern("[A-Za-z]");
            });
    assertThat(model.xml()).doesNotContainPattern("[oOgG]['’‘`]\\p{L}");
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldHaveADefaultAtEveryDecidingGateway(ModelFile model) {
    assertThat(model.all(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .hasSize(3)
        .allSatisfy(gateway -> assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull());
  }

  @Test
  void shouldUseExactlyTheJobTypesFormsAndDecisionsOfTheContract() {
    var types = new TreeSet<String>();
    var forms = new TreeSet<String>();
    var decisions = new TreeSet<String>();
    for (var model : models()) {
      types.addAll(model.jobTypesByElement().values());
      model.all(ZeebeFormDefinition.class).forEach(form -> forms.add(form.getExternalReference()));
      model.all(ZeebeCalledDecision.class).forEach(called -> decisions.add(called.getDecisionId()));
    }

    assertThat(types).isEqualTo(firstCells("Job types"));
    assertThat(forms).isEqualTo(firstCells("User tasks and forms"));
    assertThat(forms).allMatch(form -> exists("../forms/src/main/resources/forms/", form, ".form"));
    assertThat(decisions).isEqualTo(firstCells("Decisions"));
    assertThat(decisions)
        .allMatch(id -> exists("src/main/resources/processes/document-signing/", id, ".dmn"));
  }

  @Test
  void shouldCatchEveryRefusalThatTheSigningWorkerKnows() {
    var thrown =
        Stream.of("pades/SigningRules", "pades/SignatureMaker", "pades/PdfSealWorker")
            .map(name -> "../signing-worker/src/main/java/uz/yagona/signing/" + name + ".java")
            .map(path -> ModelFile.read(Path.of(path)))
            .flatMap(DocumentSigningModelTest::codes)
            .collect(Collectors.toSet());
    var caught =
        models().stream()
            .flatMap(model -> model.all(Error.class).stream())
            .map(Error::getErrorCode)
            .collect(Collectors.toSet());

    assertThat(thrown).hasSizeGreaterThanOrEqualTo(7);
    assertThat(caught).containsAll(thrown);
    assertThat(CONTRACT).contains(caught);
  }

  @Test
  void shouldLetNoRefusalOfASignatureBecomeAnIncident() {
    var caught =
        TURN.all(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().getId().equals("sign-document"))
            .map(BoundaryEvent::getId)
            .toList();

    assertThat(caught).hasSize(7).contains("other-refusal");
    assertThat(TURN.all(ServiceTask.class)).hasSize(1);
  }

  private static Stream<String> codes(String java) {
    return Pattern.compile("static final String [A-Z_]+ = \"([A-Z_]+)\"")
        .matcher(java)
        .results()
        .map(match -> match.group(1));
  }

  private static boolean exists(String directory, String name, String suffix) {
    return Files.exists(Path.of(directory + name + suffix));
  }

  /** Values between back quotes in the first cell of each row of a section's table. */
  private static Set<String> firstCells(String title) {
    var start = CONTRACT.indexOf("## " + title);
    assertThat(start).as("section '%s' of the README", title).isPositive();
    var end = CONTRACT.indexOf("\n## ", start);
    return Pattern.compile("(?m)^\\| `([^`]+)`")
        .matcher(CONTRACT.substring(start, end < 0 ? CONTRACT.length() : end))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
