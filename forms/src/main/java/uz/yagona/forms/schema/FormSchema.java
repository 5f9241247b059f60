package uz.yagona.forms.schema;

import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.Limits;
import uz.yagona.forms.model.Outcome;
import uz.yagona.forms.model.Repeat;

/**
 * A form's clean values as JSON Schema (2020-12), for callers of the API.
 *
 * <p>What a schema cannot say stands in annotations: {@code x-visibleWhen}, {@code x-requiredWhen},
 * {@code x-check}, {@code x-personalData}. Only fields that are mandatory without a condition are
 * in {@code required}.
 */
public final class FormSchema {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Language language;

  private FormSchema(Language language) {
    this.language = language;
  }

  /** The schema text with titles and descriptions in {@code language}. */
  public static String of(FormModel form, Language language) {
    return MAPPER
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(new FormSchema(language).form(form));
  }

  private ObjectNode form(FormModel form) {
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", DIALECT);
    schema.put("title", form.title().in(language));
    if (!form.description().isEmpty()) {
      schema.put("description", form.description().in(language));
    }
    object(form.fields(), schema);
    if (!form.outcomes().isEmpty()) {
      ArrayNode outcomes = NODES.arrayNode();
      form.outcomes().stream().map(Outcome::id).forEach(outcomes::add);
      ((ObjectNode) schema.path("properties"))
          .set(form.outcomeVariable(), NODES.objectNode().set("enum", outcomes));
      ((ArrayNode) schema.path("required")).add(form.outcomeVariable());
    }
    return schema;
  }

  private void object(List<Field> fields, ObjectNode schema) {
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    fields.forEach(field -> property(field, true, properties, required));
    schema.set("properties", properties);
    schema.set("required", required);
  }

  private void property(
      Field field, boolean isAlwaysVisible, ObjectNode properties, ArrayNode required) {
    boolean isAlways = isAlwaysVisible && field.conditions().visibleWhen() == null;
    if (field.type() == FieldType.CONTAINER && !field.isRepeating()) {
      field.children().forEach(child -> property(child, isAlways, properties, required));
      return;
    }
    if (field.readOnly() || !(field.type().isInput() || field.isRepeating())) {
      return;
    }
    properties.set(field.id(), value(field));
    if (isAlways && field.required()) {
      required.add(field.id());
    }
  }

  private ObjectNode value(Field field) {
    ObjectNode schema = NODES.objectNode();
    schema.put("title", field.texts().label().in(language));
    if (!field.texts().hint().isEmpty()) {
      schema.put("description", field.texts().hint().in(language));
    }
    switch (field.type()) {
      case CONTAINER -> rows(field, schema);
      case TEXT, MULTI_LINE_TEXT -> text(field, schema);
      case INTEGER -> number(field, schema.put("type", "integer"));
      case DECIMAL -> number(field, schema.put("type", "number"));
      case AMOUNT -> number(field, schema.put("type", "number").put("multipleOf", 0.01));
      case DATE -> schema.put("type", "string").put("format", "date");
      case BOOLEAN -> schema.put("type", "boolean");
      case UPLOAD -> uploads(field, schema);
      default -> choice(field, schema);
    }
    annotations(field, schema);
    return schema;
  }

  private void rows(Field group, ObjectNode schema) {
    Repeat repeat = Objects.requireNonNull(group.repeat());
    ObjectNode row = NODES.objectNode();
    object(group.children(), row);
    schema.put("type", "array").put("minItems", repeat.min()).put("maxItems", repeat.max());
    schema.set("items", row);
  }

  private static void text(Field field, ObjectNode schema) {
    Limits limits = field.limits();
    schema.put("type", "string").put("maxLength", limits.maxLength());
    if (limits.minLength() > 0) {
      schema.put("minLength", limits.minLength());
    }
    if (limits.pattern() != null) {
      schema.put("pattern", "^(?:" + limits.pattern().pattern() + ")$");
    }
  }

  private static void number(Field field, ObjectNode schema) {
    if (field.limits().min() != null) {
      schema.put("minimum", field.limits().min());
    }
    if (field.limits().max() != null) {
      schema.put("maximum", field.limits().max());
    }
  }

  private static void uploads(Field field, ObjectNode schema) {
    schema.put("type", "array").put("maxItems", Objects.requireNonNull(field.uploads()).maxFiles());
    schema.set("items", NODES.objectNode().put("type", "string"));
  }

  private void choice(Field field, ObjectNode schema) {
    ObjectNode one = field.isMultiple() ? NODES.objectNode() : schema;
    one.put("type", "string");
    List<Choice> known = Objects.requireNonNull(field.choices()).known();
    if (!known.isEmpty()) {
      ArrayNode options = NODES.arrayNode();
      known.forEach(
          choice ->
              options.add(
                  NODES
                      .objectNode()
                      .put("const", choice.value())
                      .put("title", choice.label().in(language))));
      one.set("oneOf", options);
    }
    if (field.isMultiple()) {
      schema.put("type", "array").put("uniqueItems", true);
      schema.set("items", one);
    }
  }

  private static void annotations(Field field, ObjectNode schema) {
    if (field.conditions().visibleWhen() != null) {
      schema.put("x-visibleWhen", field.conditions().visibleWhen().source());
    }
    if (field.conditions().requiredWhen() != null) {
      schema.put("x-requiredWhen", field.conditions().requiredWhen().source());
    }
    if (field.check() != null) {
      schema.put("x-check", field.check().word());
    }
    if (field.type().isInput()) {
      schema.put("x-personalData", field.personalData().word());
    }
  }
}
