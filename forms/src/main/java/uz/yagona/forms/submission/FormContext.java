package uz.yagona.forms.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.model.Choice;

/**
 * What a form knows besides the submission.
 *
 * @param today the day that {@code today} means in limits, in the office's time zone
 * @param variables read by FEEL and by {@code prefill}: {@code applicant}, {@code request}, stored
 *     values; a field of the form hides a variable of the same name
 * @param choices lists for fields with a {@code source}: {@code groups}, {@code people}, {@code
 *     askable-fields}
 */
public record FormContext(
    LocalDate today,
    Map<String, ? extends @Nullable Object> variables,
    Map<String, List<Choice>> choices) {
  public static FormContext on(LocalDate today) {
    return new FormContext(today, Map.of(), Map.of());
  }

  public FormContext withVariables(Map<String, ? extends @Nullable Object> known) {
    return new FormContext(today, known, choices);
  }

  public FormContext withChoices(Map<String, List<Choice>> lists) {
    return new FormContext(today, variables, lists);
  }

  /** The names only, so that no log line shows a value by accident. */
  @Override
  public String toString() {
    return "Form context of " + variables.keySet();
  }

  /** What stands at a path like {@code applicant.phone}, or {@code null}. */
  @Nullable Object find(String path) {
    Object found = variables;
    for (String step : path.split("\\.")) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found;
  }
}
