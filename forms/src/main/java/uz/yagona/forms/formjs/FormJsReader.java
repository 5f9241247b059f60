package uz.yagona.forms.formjs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.forms.feel.Feel;
import uz.yagona.forms.file.FileType;

/** From form-js components to Flowable fields with our {@code params}. */
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
  private static final List<String> OWN_PARAMS =
      List.of(
          "personalData",
          "check",
          "prefill",
          "source",
          "dependsOn",
          "currency",
          "autocomplete",
          "inputmode",
          "evidence");
  private static final Pattern SHOWN_WHEN = Pattern.compile("\\((.*)\\) != true", Pattern.DOTALL);
  private static final Pattern ANCHORED = Pattern.compile("\\^\\(\\?:(.*)\\)\\$", Pattern.DOTALL);
  private static final int MOST_ROWS = 20;

  private final List<String> lost = new ArrayList<>();
  private final Set<String> own = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private int nameless;

  List<String> lost() {
    return lost;
  }

  ObjectNode form(JsonNode source) {
    String id = source.path("id").asString("form");
    String key =
        id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    ObjectNode form = NODES.objectNode();
    form.put("key", key.isEmpty() ? "form" : key);
    form.put("name", id);
    ArrayNode fields = fields(source.path("components"));
    ArrayNode reads = NODES.arrayNode();
    read.stream().filter(name -> !own.contains(name)).sorted().forEach(reads::add);
    if (!reads.isEmpty()) {
      ObjectNode about = NODES.objectNode().put("id", "_form").put("type", "spacer");
      about.set("params", NODES.objectNode().set("reads", reads));
      fields.insert(0, about);
    }
    form.set("fields", fields);
    return form;
  }

  private ArrayNode fields(JsonNode components) {
    ArrayNode fields = NODES.arrayNode();
    for (JsonNode component : components) {
      ObjectNode field = field(component);
      if (field != null) {
        fields.add(field);
      }
    }
    return fields;
  }

  private @Nullable ObjectNode field(JsonNode component) {
    String type = component.path("type").asString("");
    if (type.equals("button")) {
      button(component);
      return null;
    }
    String ours = type(component, type);
    if (ours == null) {
      lose(component, "components of type %s cannot be shown".formatted(type));
      return null;
    }
    ObjectNode field = NODES.objectNode();
    String id = id(component);
    own.add(id);
    field.put("id", id);
    field.put("type", ours);
    String name = name(component);
    if (!name.isEmpty()) {
      field.put("name", name);
    } else if (!List.of("spacer", "horizontal-line", "expression", "container").contains(ours)) {
      field.put("name", id);
    }
    if (component.hasNonNull("defaultValue") && component.path("defaultValue").isValueNode()) {
      field.set("value", component.path("defaultValue"));
    }
    field.put("required", component.path("validate").path("required").asBoolean(false));
    field.put("readOnly", isReadOnly(component));
    options(component, ours, field);
    ObjectNode params = params(component, type, ours);
    if (!params.isEmpty()) {
      field.set("params", params);
    }
    if (ours.equals("container")) {
      field.set("fields", rows(component));
    }
    return field;
  }

  private @Nullable String type(JsonNode component, String type) {
    return switch (type) {
      case "number" -> component.path("decimalDigits").asInt(-1) == 0 ? "integer" : "decimal";
      case "datetime" -> component.path("subtype").asString("date").equals("date") ? "date" : null;
      case "text" ->
          component.path("text").asString("").startsWith("#") ? "headline" : "expression";
      default -> TYPES.get(type);
    };
  }

  private void button(JsonNode component) {
    if (!component.path("action").asString("submit").equals("submit")) {
      lose(component, "only a button that submits is known");
    }
  }

  private String id(JsonNode component) {
    String key =
        component
            .path("key")
            .asString(component.path("path").asString(component.path("id").asString("")));
    String id = key.replaceAll("[^A-Za-z0-9_]", "_").replaceFirst("^[^A-Za-z]+", "");
    if (id.isEmpty()) {
      return "field" + ++nameless;
    }
    if (component.has("key") && !id.equals(key)) {
      lose(component, "its key becomes '%s'".formatted(id));
    }
    return id;
  }

  private String name(JsonNode component) {
    String text = component.path("text").asString("").replaceFirst("^#+\\s*", "");
    String label = component.path("label").asString(component.path("dateLabel").asString(text));
    if (label.startsWith("=") || label.contains("{{")) {
      lose(component, "a computed label is shown as it is written");
    }
    return label.strip();
  }

  private boolean isReadOnly(JsonNode component) {
    for (String name : List.of("readonly", "disabled")) {
      if (component.path(name).isString()) {
        lose(component, "%s by expression is not known".formatted(name));
      }
    }
    return component.path("readonly").asBoolean(false)
        || component.path("disabled").asBoolean(false);
  }

  private void options(JsonNode component, String type, ObjectNode field) {
    if (!type.equals("dropdown") && !type.equals("radio-buttons")) {
      return;
    }
    if (component.hasNonNull("valuesExpression")) {
      lose(component, "options by expression are not known");
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

  private ObjectNode params(JsonNode component, String type, String ours) {
    ObjectNode params = NODES.objectNode();
    for (String name : OWN_PARAMS) {
      copy(component.path("properties"), name, params, name);
    }
    copy(component, "description", params, "hint");
    JsonNode validate = component.path("validate");
    for (String name : List.of("min", "max", "minLength", "maxLength")) {
      copy(validate, name, params, name);
    }
    pattern(component, params);
    validationType(component, params);
    conditions(component, ours, params);
    if (type.equals("checklist") || type.equals("taglist")) {
      params.put("multiple", true);
    }
    if (type.equals("filepicker")) {
      uploads(component, params);
    }
    if (type.equals("dynamiclist")) {
      params.set("repeat", NODES.objectNode().put("min", 0).put("max", MOST_ROWS));
    }
    if (type.equals("group") && component.hasNonNull("path")) {
      lose(component, "values are not put under its path");
    }
    if (type.equals("select")
        && !component.has("values")
        && !params.has("source")
        && !params.has("check")) {
      copy(component, "valuesKey", params, "source");
    }
    return params;
  }

  /** form-js looks for the pattern anywhere in the text, we match the whole text. */
  private void pattern(JsonNode component, ObjectNode params) {
    String pattern = component.path("validate").path("pattern").asString("");
    if (pattern.isEmpty()) {
      return;
    }
    Matcher anchored = ANCHORED.matcher(pattern);
    params.put(
        "pattern", anchored.matches() ? anchored.group(1) : "(?s:.*)(?:" + pattern + ")(?s:.*)");
  }

  private void validationType(JsonNode component, ObjectNode params) {
    String type = component.path("validate").path("validationType").asString("");
    if (type.equals("email")) {
      params.put("check", "email");
    } else if (type.equals("phone") && !params.has("check")) {
      lose(component, "phone numbers of all countries are not checked");
    }
  }

  private void conditions(JsonNode component, String ours, ObjectNode params) {
    String hide = withoutSign(component.path("conditional").path("hide"));
    if (!hide.isEmpty()) {
      Matcher shown = SHOWN_WHEN.matcher(hide);
      expression(
          params, "visibleWhen", shown.matches() ? shown.group(1) : "(" + hide + ") != true");
    }
    if (ours.equals("expression") && component.has("expression")) {
      expression(params, "calculate", withoutSign(component.path("expression")));
      params.put("var", id(component) + "Value");
      own.add(id(component) + "Value");
    }
  }

  /**
   * Remembers the names that it reads; one that is no expression is left to the check of the model.
   */
  private void expression(ObjectNode params, String name, String source) {
    params.put(name, source);
    try {
      read.addAll(Feel.parse(source).variables());
    } catch (IllegalArgumentException e) {
      return;
    }
  }

  private void uploads(JsonNode component, ObjectNode params) {
    ArrayNode accept = NODES.arrayNode();
    for (String word : component.path("accept").asString("").split("[,\\s]+")) {
      if (!word.isEmpty()) {
        FileType.find(word)
            .ifPresentOrElse(
                type -> addOnce(accept, type.extension()),
                () -> lose(component, "files of type %s are not taken".formatted(word)));
      }
    }
    if (!accept.isEmpty()) {
      params.set("accept", accept);
    }
    if (component.path("multiple").asBoolean(false)) {
      params.put("multiple", true);
    }
  }

  private static void addOnce(ArrayNode accept, String extension) {
    for (JsonNode known : accept) {
      if (known.asString().equals(extension)) {
        return;
      }
    }
    accept.add(extension);
  }

  private ArrayNode rows(JsonNode component) {
    ArrayNode rows = NODES.arrayNode();
    fields(component.path("components")).forEach(field -> rows.add(NODES.arrayNode().add(field)));
    return rows;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.hasNonNull(name)) {
      to.set(as, from.path(name));
    }
  }

  private static String withoutSign(JsonNode expression) {
    return expression.asString("").strip().replaceFirst("^=\\s*", "");
  }

  private void lose(JsonNode component, String reason) {
    lost.add(
        component.path("key").asString(component.path("id").asString("component")) + ": " + reason);
  }
}
