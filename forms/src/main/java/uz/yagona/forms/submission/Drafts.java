package uz.yagona.forms.submission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FormModel;

/**
 * Unfinished submissions as JSON: what was typed into the form's own fields, unchecked. Holds
 * personal data.
 */
public final class Drafts {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_VALUE = 100_000;

  private Drafts() {}

  private record Draft(Map<String, List<String>> values, @Nullable String outcome) {}

  /**
   * Keeps names of the form only: no token of the page, no button, no forged name; files are the
   * caller's.
   */
  public static String write(FormModel form, Submission sent) {
    var ids = form.allFields().map(Field::id).collect(Collectors.toSet());
    var kept = new TreeMap<String, List<String>>();
    sent.values()
        .forEach(
            (name, values) -> {
              if (ids.contains(name.split("[\\[.]", 2)[0])) {
                kept.put(name, values.stream().filter(text -> text.length() <= MAX_VALUE).toList());
              }
            });
    return MAPPER.writeValueAsString(new Draft(kept, sent.outcome()));
  }

  /** What {@link #write} wrote; {@code IllegalArgumentException} for anything else. */
  public static Submission read(String json) {
    try {
      Draft draft = MAPPER.readValue(json, Draft.class);
      return new Submission(draft.values(), Map.of(), draft.outcome());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("Expected a draft, but found other JSON", e);
    }
  }
}
