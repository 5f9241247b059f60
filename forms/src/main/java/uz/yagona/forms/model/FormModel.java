package uz.yagona.forms.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.PersonalDataClass;

/**
 * A form: the one source of the page, of the server's check and of the API's schema.
 *
 * @param outcomeVariable name of the variable that keeps the chosen outcome
 * @param outcomesAsRadios outcomes are a question with one send button, instead of a button each
 * @param outcomeLabel the question above outcomes shown as radios
 * @param reads names besides its own that its expressions read: variables of the process
 */
public record FormModel(
    String key,
    int version,
    LocalText title,
    LocalText description,
    List<Field> fields,
    List<Outcome> outcomes,
    String outcomeVariable,
    boolean outcomesAsRadios,
    LocalText outcomeLabel,
    Set<String> reads) {
  public FormModel {
    reads = Set.copyOf(reads);
    fields = List.copyOf(fields);
    outcomes = List.copyOf(outcomes);
  }

  /** Reads a Flowable {@code .form}; throws {@link FormModelException} with every problem found. */
  public static FormModel parse(String json) {
    return FormModelParser.parse(json);
  }

  /** All fields in reading order, containers and decoration included. */
  public Stream<Field> allFields() {
    return fields.stream().flatMap(Field::flatten);
  }

  public Optional<Field> field(String id) {
    return allFields().filter(field -> field.id().equals(id)).findFirst();
  }

  /** Names that some expression or list reads; when their value changes, the page does. */
  public Set<String> namesRead() {
    Stream<String> byExpressions =
        allFields()
            .map(Field::conditions)
            .flatMap(Conditions::expressions)
            .flatMap(feel -> feel.variables().stream());
    Stream<String> byLists = allFields().flatMap(field -> field.narrowedBy().stream());
    return Stream.concat(byExpressions, byLists).collect(Collectors.toSet());
  }

  /** Whether other answers change which fields, lists or computed values the page shows. */
  public boolean isDynamic() {
    return allFields()
        .anyMatch(
            field ->
                field.conditions().visibleWhen() != null
                    || field.conditions().calculate() != null
                    || field.narrowedBy().isPresent());
  }

  /** Fields that a person fills in, in reading order. */
  public Stream<Field> inputs() {
    return allFields().filter(field -> field.type().isInput());
  }

  /** The fields as options of a question about them: which ones are to be corrected. */
  public List<Choice> inputChoices() {
    return inputs().map(field -> new Choice(field.id(), field.texts().label())).toList();
  }

  /** How a chosen value is shown; the value itself when the form does not know it. */
  public LocalText choiceLabel(String fieldId, String value) {
    return field(fieldId)
        .map(Field::choices)
        .flatMap(choices -> choices.find(value))
        .map(Choice::label)
        .orElseGet(() -> LocalText.same(value));
  }

  /**
   * The class of a field's or calculated value; {@code PERSONAL} for an unknown name, to be on the
   * safe side.
   */
  public PersonalDataClass personalDataClass(String id) {
    return allFields()
        .filter(field -> id.equals(field.id()) || id.equals(field.conditions().variable()))
        .map(Field::personalData)
        .findFirst()
        .orElse(PersonalDataClass.PERSONAL);
  }

  /**
   * The form with only the named fields (a container's name keeps all of it). A field whose list
   * depends on a kept one stays too: a new region without its district would be wrong. Outcomes
   * stay; headings and other decoration go.
   */
  public FormModel only(Collection<String> fieldIds) {
    Set<String> wanted = new HashSet<>(fieldIds);
    allFields().filter(field -> dependsOn(field, wanted)).map(Field::id).forEach(wanted::add);
    return withFields(keep(fields, wanted));
  }

  private FormModel withFields(List<Field> kept) {
    return new FormModel(
        key,
        version,
        title,
        description,
        kept,
        outcomes,
        outcomeVariable,
        outcomesAsRadios,
        outcomeLabel,
        reads);
  }

  private static boolean dependsOn(Field field, Set<String> wanted) {
    Choices choices = field.choices();
    return choices != null && choices.dependsOn() != null && wanted.contains(choices.dependsOn());
  }

  private static List<Field> keep(List<Field> fields, Set<String> wanted) {
    return fields.stream()
        .map(
            field ->
                wanted.contains(field.id()) || field.children().isEmpty()
                    ? field
                    : field.withChildren(keep(field.children(), wanted)))
        .filter(field -> wanted.contains(field.id()) || !field.children().isEmpty())
        .toList();
  }
}
