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

  /** Names that some condition or calculation reads; when their value changes, the page does. */
  public Set<String> namesRead() {
    return allFields()
        .map(Field::conditions)
        .flatMap(Conditions::expressions)
        .flatMap(feel -> feel.variables().stream())
        .collect(Collectors.toSet());
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
   * The class of a field's value; {@code INTERNAL} for a calculated variable or an unknown name.
   */
  public PersonalDataClass personalDataClass(String id) {
    return field(id).map(Field::personalData).orElse(PersonalDataClass.INTERNAL);
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

  /** This form's title and outcomes with the fields of {@code first} before its own. */
  public FormModel after(FormModel first) {
    return withFields(Stream.concat(first.fields.stream(), fields.stream()).toList());
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
