package uz.yagona.forms.formjs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.Check;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Choices;
import uz.yagona.forms.model.Conditions;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.Limits;
import uz.yagona.forms.model.Uploads;

/** From our model to form-js components; what is ours alone goes into their {@code properties}. */
final class FormJsWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int SCHEMA_VERSION = 16;

  private final Language language;
  private final List<String> lost = new ArrayList<>();

  FormJsWriter(Language language) {
    this.language = language;
  }

  List<String> lost() {
    return lost;
  }

  ObjectNode form(FormModel form) {
    lost.add("form: texts in other languages than " + language.tag());
    if (!form.outcomes().isEmpty()) {
      lost.add("form: outcomes");
    }
    ObjectNode json = NODES.objectNode();
    json.put("type", "default").put("id", form.key()).put("schemaVersion", SCHEMA_VERSION);
    json.set("components", components(form.fields()));
    return json;
  }

  private ArrayNode components(List<Field> fields) {
    ArrayNode components = NODES.arrayNode();
    fields.forEach(field -> components.add(component(field)));
    return components;
  }

  private ObjectNode component(Field field) {
    ObjectNode json = NODES.objectNode();
    json.put("type", type(field));
    names(field, json);
    if (!field.texts().hint().isEmpty()) {
      json.put("description", field.texts().hint().in(language));
    }
    if (field.initial() != null) {
      json.put("defaultValue", field.initial());
    }
    if (field.readOnly()) {
      json.put("readonly", true);
    }
    if (field.type() == FieldType.INTEGER) {
      json.put("decimalDigits", 0);
    }
    setUnlessEmpty(json, "validate", validate(field));
    setUnlessEmpty(json, "properties", properties(field));
    conditions(field, json);
    values(field, json);
    if (field.uploads() != null) {
      uploads(field.uploads(), json);
    }
    if (field.type() == FieldType.CONTAINER) {
      json.set("components", components(field.children()));
    }
    return json;
  }

  private static String type(Field field) {
    return switch (field.type()) {
      case TEXT -> "textfield";
      case MULTI_LINE_TEXT -> "textarea";
      case INTEGER, DECIMAL, AMOUNT -> "number";
      case DATE -> "datetime";
      case BOOLEAN -> "checkbox";
      case RADIO_BUTTONS -> "radio";
      case DROPDOWN, PEOPLE, FUNCTIONAL_GROUP -> field.isMultiple() ? "checklist" : "select";
      case UPLOAD -> "filepicker";
      case EXPRESSION -> field.conditions().calculate() == null ? "text" : "expression";
      case CONTAINER -> field.isRepeating() ? "dynamiclist" : "group";
      case HORIZONTAL_LINE -> "separator";
      case SPACER -> "spacer";
      case HYPERLINK, HEADLINE, HEADLINE_WITH_LINE -> "text";
    };
  }

  private void names(Field field, ObjectNode json) {
    String label = field.texts().label().in(language);
    switch (field.type()) {
      case HEADLINE, HEADLINE_WITH_LINE -> json.put("text", "## " + label).put("id", field.id());
      case HYPERLINK ->
          json.put("text", "[%s](%s)".formatted(label, field.presentation().href()))
              .put("id", field.id());
      case SPACER, HORIZONTAL_LINE -> json.put("id", field.id());
      case DATE -> json.put("key", field.id()).put("dateLabel", label).put("subtype", "date");
      case CONTAINER -> {
        json.put("label", label).put("id", field.id());
        if (field.isRepeating()) {
          json.put("path", field.id()).put("isRepeating", true).put("allowAddRemove", true);
        }
      }
      case EXPRESSION ->
          json.put(field.conditions().calculate() == null ? "text" : "label", label)
              .put("key", field.id());
      case AMOUNT, PEOPLE, FUNCTIONAL_GROUP -> {
        lost.add(field.id() + ": its type " + field.type().word());
        json.put("key", field.id()).put("label", label);
      }
      default -> json.put("key", field.id()).put("label", label);
    }
  }

  private static ObjectNode validate(Field field) {
    ObjectNode validate = NODES.objectNode();
    Limits limits = field.limits();
    if (field.required()) {
      validate.put("required", true);
    }
    if (limits.min() != null) {
      validate.put("min", limits.min());
    }
    if (limits.max() != null) {
      validate.put("max", limits.max());
    }
    if (limits.minLength() > 0) {
      validate.put("minLength", limits.minLength());
    }
    if (field.type().isText() && field.check() == null) {
      validate.put("maxLength", limits.maxLength());
    }
    if (limits.pattern() != null) {
      validate.put("pattern", "^(?:" + limits.pattern().pattern() + ")$");
    }
    if (field.check() == Check.EMAIL) {
      validate.put("validationType", "email");
    }
    return validate;
  }

  private ObjectNode properties(Field field) {
    ObjectNode properties = NODES.objectNode();
    if (field.type().isInput()) {
      properties.put("personalData", field.personalData().word());
    }
    put(properties, "check", field.check() == null ? null : field.check().word());
    put(properties, "prefill", field.prefill());
    put(properties, "evidence", field.evidence());
    put(properties, "autocomplete", field.presentation().autocomplete());
    put(properties, "inputmode", field.presentation().inputmode());
    put(properties, "currency", field.presentation().currency());
    Choices choices = field.choices();
    if (choices != null && field.check() == null) {
      put(properties, "source", choices.source());
    }
    put(properties, "dependsOn", choices == null ? null : choices.dependsOn());
    return properties;
  }

  private void conditions(Field field, ObjectNode json) {
    Conditions conditions = field.conditions();
    if (conditions.visibleWhen() != null) {
      json.set(
          "conditional",
          NODES.objectNode().put("hide", "=(" + conditions.visibleWhen().source() + ") != true"));
    }
    if (conditions.requiredWhen() != null) {
      lost.add(field.id() + ": requiredWhen");
    }
    if (conditions.calculate() != null) {
      json.put("expression", "=" + conditions.calculate().source());
    }
  }

  private void values(Field field, ObjectNode json) {
    Choices choices = field.choices();
    if (choices == null || choices.fixed().isEmpty()) {
      return;
    }
    ArrayNode values = NODES.arrayNode();
    for (Choice choice : choices.fixed()) {
      values.add(
          NODES
              .objectNode()
              .put("label", choice.label().in(language))
              .put("value", choice.value()));
    }
    json.set("values", values);
  }

  private static void uploads(Uploads uploads, ObjectNode json) {
    json.put(
        "accept",
        uploads.accept().stream()
            .sorted()
            .map(type -> "." + type.extension())
            .collect(Collectors.joining(",")));
    json.put("multiple", uploads.maxFiles() > 1);
  }

  private static void setUnlessEmpty(ObjectNode json, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      json.set(name, value);
    }
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
