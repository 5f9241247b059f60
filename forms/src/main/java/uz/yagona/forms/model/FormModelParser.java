package uz.yagona.forms.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.flowable.form.model.FormField;
import org.flowable.form.model.SimpleFormModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;

/**
 * Reads Flowable form JSON: against the JSON Schema of our dialect, then with Flowable's own model
 * classes, then into {@link FormModel}.
 */
final class FormModelParser {
  /**
   * Id of the field that carries the form's own texts, since Flowable's format has no place for
   * them.
   */
  static final String FORM_FIELD = "_form";

  private static final int MAX_CHARACTERS = 1_000_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private FormModelParser() {}

  static FormModel parse(String json) {
    JsonNode root = tree(json);
    List<ModelProblem> shape = ModelSchema.check(root);
    if (!shape.isEmpty()) {
      throw new FormModelException(root.path("key").asString("the form"), shape);
    }
    addFieldTypes(root.path("fields"));
    SimpleFormModel source = MAPPER.treeToValue(root, SimpleFormModel.class);
    var problems = new ArrayList<ModelProblem>();
    FormModel model = model(source, problems);
    problems.addAll(ModelRules.check(model));
    if (!problems.isEmpty()) {
      throw new FormModelException(model.key(), problems);
    }
    return model;
  }

  private static JsonNode tree(String json) {
    if (json.length() > MAX_CHARACTERS) {
      throw broken("Expected at most 1 MB, but found " + json.length() + " characters");
    }
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw broken("Expected JSON, but " + e.getOriginalMessage());
    }
  }

  private static FormModelException broken(String reason) {
    return new FormModelException("the form", List.of(new ModelProblem("/", reason)));
  }

  /**
   * Jackson tells Flowable's field classes apart by {@code fieldType}; without it options are lost
   * in silence.
   */
  private static void addFieldTypes(JsonNode fields) {
    for (JsonNode field : fields) {
      if (field.isArray()) {
        addFieldTypes(field);
      } else if (field instanceof ObjectNode object) {
        object.put("fieldType", fieldType(object.path("type").asString()));
        addFieldTypes(object.path("fields"));
      }
    }
  }

  private static String fieldType(String type) {
    return switch (type) {
      case "dropdown", "radio-buttons" -> "OptionFormField";
      case "expression" -> "ExpressionFormField";
      case "container" -> "FormContainer";
      default -> "FormField";
    };
  }

  private static FormModel model(SimpleFormModel source, List<ModelProblem> problems) {
    var fields = new FieldReading(problems);
    FormField about =
        source.getFields().stream()
            .filter(field -> FORM_FIELD.equals(field.getId()))
            .findFirst()
            .orElseGet(FormField::new);
    var own = new Params(about, FORM_FIELD, problems);
    return new FormModel(
        source.getKey(),
        source.getVersion(),
        own.text("name", source.getName()),
        own.text("description", source.getDescription()),
        fields.read(source.getFields().stream().filter(field -> field != about).toList()),
        outcomes(source, own),
        outcomeVariable(source),
        "radios".equals(own.string("outcomeStyle")),
        own.text("outcomeLabel", own.string("outcomeLabel")),
        Set.copyOf(own.strings("reads")));
  }

  private static List<Outcome> outcomes(SimpleFormModel source, Params own) {
    if (source.getOutcomes() == null) {
      return List.of();
    }
    return source.getOutcomes().stream()
        .map(
            outcome ->
                new Outcome(
                    Objects.requireNonNullElse(outcome.getId(), outcome.getName()),
                    own.text("outcomes", outcome.getId(), outcome.getName())))
        .toList();
  }

  /** The rule of Flowable 6, kept so that migrated processes read the same variable. */
  private static String outcomeVariable(SimpleFormModel source) {
    return Objects.requireNonNullElse(
        source.getOutcomeVariableName(), "form_" + source.getKey() + "_outcome");
  }

  /** Joins the default text with its translations. */
  static LocalText localText(@Nullable String plain, Map<Language, String> translations) {
    var texts = new EnumMap<Language, String>(Language.class);
    if (plain != null && !plain.isBlank()) {
      texts.put(Language.DEFAULT, plain);
    }
    texts.putAll(translations);
    return new LocalText(texts).withCyrillic();
  }
}
