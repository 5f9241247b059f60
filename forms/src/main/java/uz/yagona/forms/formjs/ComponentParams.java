package uz.yagona.forms.formjs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.forms.feel.Feel;
import uz.yagona.forms.file.FileType;

/** The {@code params} of a field, from the rules and conditions of a form-js component. */
final class ComponentParams {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Params that {@link FormJsWriter} puts into a component's {@code properties}. */
  private static final List<String> OWN =
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

  private final ImportNotes notes;

  ComponentParams(ImportNotes notes) {
    this.notes = notes;
  }

  ObjectNode of(JsonNode component, String id) {
    ObjectNode params = NODES.objectNode();
    OWN.forEach(name -> copy(component.path("properties"), name, params, name));
    copy(component, "description", params, "hint");
    for (String name : List.of("min", "max", "minLength", "maxLength")) {
      copy(component.path("validate"), name, params, name);
    }
    pattern(component, params);
    validationType(component, params);
    visibility(component, params);
    switch (component.path("type").asString("")) {
      case "checklist", "taglist" -> params.put("multiple", true);
      case "filepicker" -> uploads(component, params);
      case "dynamiclist" ->
          params.set("repeat", NODES.objectNode().put("min", 0).put("max", MOST_ROWS));
      case "expression" -> calculation(component, id, params);
      case "group" -> {
        if (component.hasNonNull("path")) {
          notes.lose(component, "values are not put under its path");
        }
      }
      case "select" -> source(component, params);
      default -> {}
    }
    return params;
  }

  /** form-js looks for the pattern anywhere in the text, we match the whole text. */
  private static void pattern(JsonNode component, ObjectNode params) {
    String pattern = component.path("validate").path("pattern").asString("");
    if (!pattern.isEmpty()) {
      Matcher anchored = ANCHORED.matcher(pattern);
      params.put(
          "pattern", anchored.matches() ? anchored.group(1) : "(?s:.*)(?:" + pattern + ")(?s:.*)");
    }
  }

  private void validationType(JsonNode component, ObjectNode params) {
    String type = component.path("validate").path("validationType").asString("");
    if (type.equals("email")) {
      params.put("check", "email");
    } else if (type.equals("phone") && !params.has("check")) {
      notes.lose(component, "phone numbers of all countries are not checked");
    }
  }

  /** form-js hides when its expression is true; we show when ours is. */
  private void visibility(JsonNode component, ObjectNode params) {
    String hide = withoutSign(component.path("conditional").path("hide"));
    if (!hide.isEmpty()) {
      Matcher shown = SHOWN_WHEN.matcher(hide);
      expression(
          params, "visibleWhen", shown.matches() ? shown.group(1) : "(" + hide + ") != true");
    }
  }

  private void calculation(JsonNode component, String id, ObjectNode params) {
    String variable = id + "Value";
    expression(params, "calculate", withoutSign(component.path("expression")));
    params.put("var", variable);
    notes.owns(variable);
  }

  /** Notes the names that it reads; the check of the model reports a text that is no expression. */
  private void expression(ObjectNode params, String name, String source) {
    params.put(name, source);
    try {
      notes.reads(Feel.parse(source).variables());
    } catch (IllegalArgumentException e) {
      return;
    }
  }

  private static void source(JsonNode component, ObjectNode params) {
    if (!component.has("values") && !params.has("source") && !params.has("check")) {
      copy(component, "valuesKey", params, "source");
    }
  }

  private void uploads(JsonNode component, ObjectNode params) {
    ArrayNode accept = NODES.arrayNode();
    List.of(component.path("accept").asString("").split("[,\\s]+")).stream()
        .filter(word -> !word.isEmpty() && isKnown(component, word))
        .map(word -> FileType.find(word).orElseThrow().extension())
        .distinct()
        .forEach(accept::add);
    if (!accept.isEmpty()) {
      params.set("accept", accept);
    }
    if (component.path("multiple").asBoolean(false)) {
      params.put("multiple", true);
    }
  }

  private boolean isKnown(JsonNode component, String word) {
    boolean isKnown = FileType.find(word).isPresent();
    if (!isKnown) {
      notes.lose(component, "files of type %s are not taken".formatted(word));
    }
    return isKnown;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.hasNonNull(name)) {
      to.set(as, from.path(name));
    }
  }

  private static String withoutSign(JsonNode expression) {
    return expression.asString("").strip().replaceFirst("^=\\s*", "");
  }
}
