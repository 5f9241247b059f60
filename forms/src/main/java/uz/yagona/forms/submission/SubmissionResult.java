package uz.yagona.forms.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.file.AcceptedFile;
import uz.yagona.forms.model.FormModel;

/**
 * A submission after every check.
 *
 * @param values clean values of visible fields by id: {@code String}, {@code Long}, {@code
 *     BigDecimal}, {@code LocalDate}, {@code Boolean}, {@code List<String>}, or {@code
 *     List<Map<String, Object>>} of a repeating group; {@code null} for a field left empty
 * @param files accepted files by field name as it was sent
 * @param outcome the chosen outcome, or {@code null}
 * @param problems empty when the submission may be used
 */
public record SubmissionResult(
    FormModel model,
    Map<String, @Nullable Object> values,
    Map<String, List<AcceptedFile>> files,
    @Nullable String outcome,
    List<Problem> problems) {
  /** No values, so that no log line shows an answer by accident. */
  @Override
  public String toString() {
    return "Submission of %s with %d problems".formatted(model.key(), problems.size());
  }

  public boolean isAccepted() {
    return problems.isEmpty();
  }

  /**
   * Values of the wanted classes with dates as ISO strings, ready for JSON; the outcome variable is
   * not among them.
   */
  public Map<String, @Nullable Object> jsonValues(PersonalDataClass... wanted) {
    return JsonValues.of(this, List.of(wanted));
  }

  /**
   * What may become process variables: public and internal values, and the outcome under its
   * variable's name.
   */
  public Map<String, @Nullable Object> processVariables() {
    var variables =
        JsonValues.of(this, List.of(PersonalDataClass.PUBLIC, PersonalDataClass.INTERNAL));
    if (outcome != null) {
      variables.put(model.outcomeVariable(), outcome);
    }
    return variables;
  }
}
