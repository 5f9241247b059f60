package uz.yagona.forms.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.feel.Feel;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Choices;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.Outcome;

/**
 * A form with what was sent: which fields are visible and mandatory, and what their values are. One
 * for the form, and one for each row of a repeating group. Values are worked out when they are
 * first asked for.
 */
public final class FormState {
  /** End of the name that says how many rows of a repeating group are shown. */
  public static final String ROWS = "._rows";

  private final FormModel form;
  private final Submission sent;
  private final FormContext context;
  private final @Nullable FormState outer;
  private final String prefix;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Field> containers = new HashMap<>();
  private final Map<String, Field> calculations = new HashMap<>();
  private final Map<String, Boolean> visible = new HashMap<>();
  private final Map<String, Reading> readings = new HashMap<>();
  private final Map<String, List<FormState>> rows = new HashMap<>();

  private FormState(
      FormModel form,
      Submission sent,
      FormContext context,
      @Nullable FormState outer,
      String prefix) {
    this.form = form;
    this.sent = sent;
    this.context = context;
    this.outer = outer;
    this.prefix = prefix;
  }

  public static FormState of(FormModel form, Submission sent, FormContext context) {
    var state = new FormState(form, sent, context, null, "");
    form.fields().forEach(field -> state.add(field, null));
    return state;
  }

  private void add(Field field, @Nullable Field container) {
    fields.put(field.id(), field);
    if (container != null) {
      containers.put(field.id(), container);
    }
    if (field.conditions().variable() != null) {
      calculations.put(field.conditions().variable(), field);
    }
    if (!field.isRepeating()) {
      field.children().forEach(child -> add(child, field));
    }
  }

  /** The name under which the field is sent: {@code phone}, {@code owners[1].share}. */
  public String path(Field field) {
    return prefix + field.id();
  }

  public boolean isVisible(Field field) {
    Boolean known = visible.get(field.id());
    if (known == null) {
      Field container = containers.get(field.id());
      Feel condition = field.conditions().visibleWhen();
      known =
          (container == null || isVisible(container))
              && (condition == null || condition.isTrue(scope(condition)));
      visible.put(field.id(), known);
    }
    return known;
  }

  public boolean isRequired(Field field) {
    Feel condition = field.conditions().requiredWhen();
    return field.required() || (condition != null && condition.isTrue(scope(condition)));
  }

  /** What was sent for the field; what the context knows for a read-only one. */
  public List<String> raw(Field field) {
    return field.readOnly()
        ? RawValues.texts(field, RawValues.first(field, context))
        : sent.values().getOrDefault(path(field), List.of());
  }

  /** Day, month and year of a date, as sent; empty texts for what is missing. */
  public List<String> dateParts(Field field) {
    return DateParser.PARTS.stream()
        .map(part -> sent.values().getOrDefault(path(field) + part, List.of()))
        .map(values -> values.isEmpty() ? "" : values.get(0).strip())
        .toList();
  }

  public List<UploadedFile> files(Field field) {
    return sent.files().getOrDefault(path(field), List.of());
  }

  /** The chosen outcome when the form has it, else {@code null}. */
  public @Nullable String outcome() {
    String chosen = sent.outcome();
    return form.outcomes().stream().map(Outcome::id).anyMatch(id -> id.equals(chosen))
        ? chosen
        : null;
  }

  /** The options now, narrowed by the field they depend on. */
  public List<Choice> choices(Field field) {
    Choices choices = field.choices();
    String narrowing = choices == null ? null : choices.dependsOn();
    if (narrowing == null || !(value(narrowing) instanceof String value)) {
      return allChoices(field);
    }
    return allChoices(field).stream().filter(choice -> choice.value().startsWith(value)).toList();
  }

  /** The options whatever the other fields say. */
  public List<Choice> allChoices(Field field) {
    Choices choices = field.choices();
    if (choices == null) {
      return List.of();
    }
    List<Choice> known = choices.known();
    return known.isEmpty() && choices.source() != null
        ? context.choices().getOrDefault(choices.source(), List.of())
        : known;
  }

  /** The rows of a repeating group as the page shows them. */
  public List<FormState> rows(Field group) {
    return rows.computeIfAbsent(
        group.id(),
        id -> {
          var states = new ArrayList<FormState>();
          for (int i = 0; i < RowCount.of(sent, path(group), group); i++) {
            var row = new FormState(form, sent, context, this, path(group) + "[" + i + "].");
            group.children().forEach(child -> row.add(child, null));
            states.add(row);
          }
          return states;
        });
  }

  /**
   * The value of a name in an expression; {@code null} when unknown, hidden, empty or not readable.
   */
  public @Nullable Object value(String name) {
    Field field = fields.get(name);
    if (field != null) {
      return isVisible(field) ? visibleValue(field) : null;
    }
    Field calculation = calculations.get(name);
    if (calculation != null) {
      return isVisible(calculation) ? calculated(calculation) : null;
    }
    if (outer != null) {
      return outer.value(name);
    }
    if (name.equals(form.outcomeVariable())) {
      return outcome();
    }
    return name.equals("today") ? context.today() : context.variables().get(name);
  }

  private @Nullable Object visibleValue(Field field) {
    if (field.isRepeating()) {
      return rows(field).stream().map(FormState::rowValues).toList();
    }
    if (field.type() == FieldType.UPLOAD) {
      return files(field).stream().map(UploadedFile::name).toList();
    }
    return field.type().isInput() ? reading(field).value() : null;
  }

  private Map<String, @Nullable Object> rowValues() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    fields.values().stream()
        .filter(field -> field.type().isInput())
        .forEach(field -> values.put(field.id(), value(field.id())));
    return values;
  }

  Reading reading(Field field) {
    Reading known = readings.get(field.id());
    if (known == null) {
      known = ValueParser.parse(this, field);
      readings.put(field.id(), known);
    }
    return known;
  }

  /** The computed value of an expression field, {@code null} when it has none. */
  public @Nullable Object calculated(Field field) {
    Feel calculate = field.conditions().calculate();
    return calculate == null ? null : PlainValues.of(calculate.value(scope(calculate)));
  }

  private Map<String, @Nullable Object> scope(Feel feel) {
    Set<String> names = feel.variables();
    var scope = new HashMap<String, @Nullable Object>();
    names.forEach(name -> scope.put(name, value(name)));
    return scope;
  }
}
