package uz.yagona.forms.submission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.FormModel;

/**
 * What a browser or an API caller sent, untouched.
 *
 * <p>Names: {@code phone}; {@code birthDate} as ISO or {@code birthDate.day}, {@code .month},
 * {@code .year}; {@code owners[0].name} inside a repeating group; several values of one name for
 * several choices.
 *
 * @param outcome id of the chosen outcome, {@code null} when the form has none or none was chosen
 */
public record Submission(
    Map<String, List<String>> values,
    Map<String, List<UploadedFile>> files,
    @Nullable String outcome) {
  /** Name under which the chosen outcome is sent. */
  public static final String OUTCOME = "_outcome";

  public static final Submission EMPTY = new Submission(Map.of(), Map.of(), null);

  public Submission {
    values = Map.copyOf(values);
    files = Map.copyOf(files);
  }

  /** Request parameters as they are; the outcome is taken from {@link #OUTCOME}. */
  public static Submission of(Map<String, List<String>> parameters) {
    List<String> outcomes = parameters.getOrDefault(OUTCOME, List.of());
    return new Submission(parameters, Map.of(), outcomes.isEmpty() ? null : outcomes.get(0));
  }

  /** A new form's first values, from the context and the model. */
  public static Submission prefilled(FormModel form, FormContext context) {
    return new Submission(RawValues.prefilled(form, context), Map.of(), null);
  }

  /** Clean values as if they had been typed, to be changed by a person. */
  public static Submission ofValues(
      FormModel form, Map<String, ? extends @Nullable Object> values) {
    return new Submission(RawValues.of(form, values), Map.of(), null);
  }

  /** The names only, so that no log line shows an answer by accident. */
  @Override
  public String toString() {
    return "Submission of " + values.keySet() + " with files " + files.keySet();
  }

  public Submission withOutcome(@Nullable String chosen) {
    return new Submission(values, files, chosen);
  }

  public Submission withFiles(Map<String, List<UploadedFile>> uploaded) {
    return new Submission(values, uploaded, outcome);
  }

  Submission withValues(Map<String, List<String>> changed) {
    return new Submission(changed, files, outcome);
  }
}
