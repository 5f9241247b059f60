package uz.yagona.forms.formjs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From form-js components to Flowable fields. */
final class FormJsReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("textfield", "text"),
          Map.entry("textarea", "multi-line-text"),
          Map.entry("checkbox", "boolean"),
          Map.entry("radio", "radio-buttons"),
          Map.entry("select", "dropdown"),
          Map.entry("checklist", "dropdown"),
          Map.entry("taglist", "dropdown"),
          Map.entry("filepicker", "upload"),
          Map.entry("separator", "horizontal-line"),
          Map.entry("spacer", "spacer"),
          Map.entry("group", "container"),
          Map.entry("dynamiclist", "container"),
          Map.entry("expression", "expression"));
  private static final List<String> NAMELESS =
      List.of("spacer", "horizontal-line", "expression", "container");

  private final ImportNotes notes = new ImportNotes();
  private final ComponentParams params = new ComponentParams(notes);
  private int counter;

  List<String> lost() {
    return notes.lost();
  }

  ObjectNode form(JsonNode source) {
    String id = source.path("id").asString("form");
    String key =
        id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    ObjectNode form = NODES.objectNode();
    form.put("key", key.isEmpty() ? "form" : key);
    form.put("name", id);
    ArrayNode fields = fields(source.path("components"));
    if (!notes.foreign().isEmpty()) {
      fields.insert(0, about(notes.foreign()));
    }
    form.set("fields", fields);
    return form;
  }

  private static ObjectNode about(List<String> reads) {
    ArrayNode names = NODES.arrayNode();
    reads.forEach(names::add);
    ObjectNode about = NODES.objectNode().put("id", "_form").put("type", "spacer");
    about.set("params", NODES.objectNode().set("reads", names));
    return about;
  }

  private ArrayNode fields(JsonNode components) {
    ArrayNode fields = NODES.arrayNode();
    for (JsonNode component : components) {
      String type = component.path("type").asString("");
      String ours = type(component, type);
      if (ours != null) {
        fields.add(field(component, ours));
      } else if (!type.equals("button")) {
        notes.lose(component, "components of type %s cannot be shown".formatted(type));
      } else if (!component.path("action").asString("submit").equals("submit")) {
        notes.lose(component, "only a button that submits is known");
      }
    }
    return fields;
  }

  private ObjectNode field(JsonNode component, String ours) {
    String id = id(component);
    notes.owns(id);
    ObjectNode field = NODES.objectNode().put("id", id).put("type", ours);
    String name = name(component);
    if (!name.isEmpty()) {
      field.put("name", name);
    } else if (!NAMELESS.contains(ours)) {
      field.put("name", id);
    }
    if (component.hasNonNull("defaultValue") && component.path("defaultValue").isValueNode()) {
      field.set("value", component.path("defaultValue"));
    }
    field.put("required", component.path("validate").path("required").asBoolean(false));
    field.put("readOnly", isReadOnly(component));
    options(component, ours, field);
    ObjectNode own = params.of(component, id);
    if (!own.isEmpty()) {
      field.set("params", own);
    }
    if (ours.equals("container")) {
      field.set("fields", rows(component));
    }
    return field;
  }

  private static @Nullable String type(JsonNode component, String type) {
    return switch (type) {
      case "number" -> component.path("decimalDigits").asInt(-1) == 0 ? "integer" : "decimal";
      case "datetime" -> component.path("subtype").asString("date").equals("date") ? "date" : null;
      case "text" ->
          component.path("text").asString("").startsWith("#") ? "headline" : "expression";
      default -> TYPES.get(type);
    };
  }

  private String id(JsonNode component) {
    String key =
        component
            .path("key")
            .asString(component.path("path").asString(component.path("id").asString("")));
    String id = key.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^[^A-Za-z]+", "");
    if (id.isEmpty()) {
      return "field" + ++counter;
    }
    if (component.has("key") && !id.equals(key)) {
      notes.lose(component, "its key becomes '%s'".formatted(id));
    }
    return id;
  }

  private String name(JsonNode component) {
    String text = component.path("text").asString("").replaceFirst("^#+\\s*", "");
    String label = component.path("label").asString(component.path("dateLabel").asString(text));
    if (label.startsWith("=") || label.contains("{{")) {
      notes.lose(component, "a computed label is shown as it is written");
    }
    return label.strip();
  }

  private boolean isReadOnly(JsonNode component) {
    boolean isReadOnly = false;
    for (String name : List.of("readonly", "disabled")) {
      if (component.path(name).isString()) {
        notes.lose(component, name + " by expression is not known");
      }
      isReadOnly |= component.path(name).asBoolean(false);
    }
    return isReadOnly;
  }

  private void options(JsonNode component, String type, ObjectNode field) {
    if (!type.equals("dropdown") && !type.equals("radio-buttons")) {
      return;
    }
    if (component.hasNonNull("valuesExpression")) {
      notes.lose(component, "options by expression are not known");
    }
    ArrayNode options = NODES.arrayNode();
    for (JsonNode value : component.path("values")) {
      String id = value.path("value").asString("");
      options.add(NODES.objectNode().put("id", id).put("name", value.path("label").asString(id)));
    }
    if (!options.isEmpty()) {
      field.set("options", options);
    }
  }

  private ArrayNode rows(JsonNode component) {
    ArrayNode rows = NODES.arrayNode();
    fields(component.path("components")).forEach(field -> rows.add(NODES.arrayNode().add(field)));
    return rows;
  }
}
