package uz.yagona.forms.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Messages;
import uz.yagona.forms.feel.Feel;

/** Rules between the parts of one form, which a JSON Schema cannot say. */
final class ModelRules {
  /** Variables that every form may read besides its own fields. */
  static final Set<String> CONTEXT = Set.of("applicant", "request", "service", "user", "today");

  private final FormModel model;
  private final List<ModelProblem> problems = new ArrayList<>();

  private ModelRules(FormModel model) {
    this.model = model;
  }

  static List<ModelProblem> check(FormModel model) {
    var rules = new ModelRules(model);
    rules.uniqueIds();
    model.allFields().forEach(rules::field);
    Dependencies.cycle(model)
        .ifPresent(
            name ->
                rules.report(
                    name.replace("?", ""),
                    "Expected conditions without a circle, but it depends on itself"));
    return rules.problems;
  }

  private void uniqueIds() {
    var seen = new HashSet<String>();
    names()
        .filter(name -> !seen.add(name))
        .forEach(name -> report(name, "Expected a unique id, but found it twice"));
    var outcomes = new HashSet<String>();
    model.outcomes().stream()
        .map(Outcome::id)
        .filter(id -> !outcomes.add(id))
        .forEach(id -> report(id, "Expected a unique outcome, but found it twice"));
  }

  private Stream<String> names() {
    Stream<String> values =
        model.allFields().flatMap(field -> Stream.ofNullable(field.conditions().variable()));
    Stream<String> ids = model.allFields().map(Field::id);
    return Stream.concat(Stream.concat(ids, values), Stream.of(model.outcomeVariable()));
  }

  private void field(Field field) {
    Conditions conditions = field.conditions();
    known(field, conditions.visibleWhen());
    known(field, conditions.requiredWhen());
    known(field, conditions.calculate());
    if (field.type() == FieldType.EXPRESSION
        && (conditions.calculate() == null) != (conditions.variable() == null)) {
      report(field.id(), "Expected calculate and var together, but found only one of them");
    }
    Choices choices = field.choices();
    if (choices != null) {
      choices(field, choices);
    }
    limits(field);
    texts(field);
    if (field.evidence() != null && StateHeldEvidence.contains(field.evidence())) {
      report(
          field.id(),
          "Expected evidence that only the person has, but '%s' is held by a public register"
              .formatted(field.evidence()));
    }
    if (field.isRepeating()
        && field.children().stream().flatMap(Field::flatten).anyMatch(Field::isRepeating)) {
      report(field.id(), "Expected no repeating group inside another, but found one");
    }
    if (field.isRepeating() && field.type() != FieldType.CONTAINER) {
      report(field.id(), "Expected repeat on a container, but found it on " + field.type().word());
    }
  }

  private void choices(Field field, Choices choices) {
    if (choices.fixed().isEmpty() && choices.source() == null) {
      report(field.id(), "Expected options, a source or a check that brings them, but found none");
    }
    if (choices.dependsOn() != null && model.field(choices.dependsOn()).isEmpty()) {
      report(
          field.id(),
          "Expected dependsOn to name a field, but found '%s'".formatted(choices.dependsOn()));
    }
    if (field.check() == Check.SOATO_DISTRICT && choices.dependsOn() == null) {
      report(field.id(), "Expected dependsOn with the region's field, but found none");
    }
    var values = new HashSet<String>();
    choices.fixed().stream()
        .map(Choice::value)
        .filter(value -> !values.add(value))
        .forEach(
            value ->
                report(
                    field.id(), "Expected option '%s' once, but found it twice".formatted(value)));
  }

  private void limits(Field field) {
    Limits limits = field.limits();
    if (limits.min() != null && limits.max() != null && limits.min().compareTo(limits.max()) > 0) {
      report(
          field.id(),
          "Expected min below max, but found %s and %s".formatted(limits.min(), limits.max()));
    }
    if (limits.minLength() > limits.maxLength()) {
      report(
          field.id(),
          "Expected minLength below maxLength, but found %d and %d"
              .formatted(limits.minLength(), limits.maxLength()));
    }
    Check check = field.check();
    if (check != null && check.bringsChoices() != field.type().isChoice()) {
      report(
          field.id(),
          "Expected a field type that fits check %s, but found %s"
              .formatted(check.word(), field.type().word()));
    }
  }

  private void texts(Field field) {
    field
        .texts()
        .errors()
        .forEach(
            (code, text) ->
                text.texts().values().stream()
                    .filter(pattern -> !Messages.isPattern(pattern))
                    .forEach(
                        pattern ->
                            report(
                                field.id(),
                                "Expected a message for '%s', but its braces do not fit: %s"
                                    .formatted(code, pattern))));
  }

  private void known(Field field, @Nullable Feel feel) {
    if (feel == null) {
      return;
    }
    Set<String> known = new HashSet<>(CONTEXT);
    known.addAll(model.reads());
    names().forEach(known::add);
    feel.variables().stream()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                report(
                    field.id(),
                    "Expected a field, a name in reads or one of %s, but '%s' reads '%s'"
                        .formatted(CONTEXT.stream().sorted().toList(), feel.source(), name)));
  }

  private void report(String at, String reason) {
    problems.add(new ModelProblem(at, reason));
  }
}
