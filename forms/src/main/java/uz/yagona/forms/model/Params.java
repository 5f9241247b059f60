package uz.yagona.forms.model;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.form.model.FormField;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.feel.Feel;

/**
 * The {@code params} of one field, whose shape the JSON Schema has checked; collects what only
 * reading shows.
 */
final class Params {
  private static final int MAX_PATTERN = 200;

  private final Map<String, Object> params;
  private final String fieldId;
  private final List<ModelProblem> problems;

  Params(FormField field, String fieldId, List<ModelProblem> problems) {
    this.params = field.getParams() == null ? Map.of() : field.getParams();
    this.fieldId = fieldId;
    this.problems = problems;
  }

  @Nullable String string(String name) {
    Object value = params.get(name);
    return value == null ? null : value.toString();
  }

  String string(String name, String fallback) {
    String value = string(name);
    return value == null ? fallback : value;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(params.get(name));
  }

  int integer(String name, int fallback) {
    return params.get(name) instanceof Number number ? number.intValue() : fallback;
  }

  @Nullable BigDecimal number(String name) {
    return params.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
  }

  List<String> strings(String name) {
    return params.get(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  Map<?, ?> map(String name) {
    return params.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  boolean has(String name) {
    return params.containsKey(name);
  }

  @Nullable Feel feel(String name) {
    String source = string(name);
    if (source == null) {
      return null;
    }
    try {
      return Feel.parse(source);
    } catch (IllegalArgumentException e) {
      problems.add(new ModelProblem(fieldId + "/" + name, String.valueOf(e.getMessage())));
      return null;
    }
  }

  @Nullable Pattern pattern(String name) {
    String source = string(name);
    if (source == null) {
      return null;
    }
    try {
      if (source.length() <= MAX_PATTERN) {
        return Pattern.compile(source);
      }
      report(
          name,
          "Expected at most %d characters, but found %d".formatted(MAX_PATTERN, source.length()));
    } catch (PatternSyntaxException e) {
      report(name, "Expected an RE2 pattern, but " + e.getDescription());
    }
    return null;
  }

  void report(String name, String reason) {
    problems.add(new ModelProblem(fieldId + "/" + name, reason));
  }

  /** The text {@code plain} with its translations {@code i18n.<language>.<name>}. */
  LocalText text(String name, @Nullable String plain) {
    return FormModelParser.localText(plain, translations(name, null));
  }

  /** The text {@code plain} with its translations {@code i18n.<language>.<group>.<name>}. */
  LocalText text(String group, String name, @Nullable String plain) {
    return FormModelParser.localText(plain, translations(group, name));
  }

  /** Own problem texts: {@code errors.<code>} and their translations. */
  Map<String, LocalText> errors() {
    Set<String> codes = new HashSet<>();
    map("errors").keySet().forEach(code -> codes.add(code.toString()));
    Language.all()
        .forEach(
            language -> {
              if (language(language).get("errors") instanceof Map<?, ?> errors) {
                errors.keySet().forEach(code -> codes.add(code.toString()));
              }
            });
    var texts = new HashMap<String, LocalText>();
    for (String code : codes) {
      Object plain = map("errors").get(code);
      texts.put(code, text("errors", code, plain == null ? null : plain.toString()));
    }
    return texts;
  }

  private Map<Language, String> translations(String name, @Nullable String inner) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (Language language : Language.all()) {
      Object value = language(language).get(name);
      if (inner != null) {
        value = value instanceof Map<?, ?> group ? group.get(inner) : null;
      }
      if (value instanceof String text) {
        texts.put(language, text);
      }
    }
    return texts;
  }

  private Map<?, ?> language(Language language) {
    return map("i18n").get(language.tag()) instanceof Map<?, ?> map ? map : Map.of();
  }
}
