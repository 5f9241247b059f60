package uz.yagona.forms.submission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.FormModel;

/** Forms and answers for tests. */
public final class Forms {
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  public static final FormContext CONTEXT = FormContext.on(TODAY);

  private Forms() {}

  public static FormModel of(String... fields) {
    return FormModel.parse(
        "{\"key\": \"test\", \"name\": \"T\", \"fields\": [%s]}"
            .formatted(String.join(",", fields)));
  }

  public static FormModel murojaat() {
    return BundledForms.get("murojaat");
  }

  /** Answers to F1 that are all right. */
  public static Map<String, List<String>> appeal() {
    var answers = new HashMap<String, List<String>>();
    Map.of(
            "subType", "ARIZA",
            "topic", "LAND",
            "applicantKind", "PERSON",
            "pinfl", "31210932040247",
            "name", "Karimova Nodira G'ani qizi",
            "phone", "90 123-45-67",
            "region", "1726",
            "district", "1726262",
            "answerChannel", "PORTAL")
        .forEach((name, value) -> answers.put(name, List.of(value)));
    answers.put("text", List.of("Hovlim chegarasi notoʻgʻri belgilangan, qayta oʻlchab bering."));
    return answers;
  }

  public static Map<String, List<String>> appealWith(String name, String... values) {
    var answers = appeal();
    answers.put(name, List.of(values));
    return answers;
  }

  public static SubmissionResult check(FormModel form, Map<String, List<String>> answers) {
    return SubmissionCheck.check(form, Submission.of(answers), CONTEXT);
  }

  /** The codes of the problems by path. */
  public static Map<String, String> codes(SubmissionResult result) {
    var codes = new HashMap<String, String>();
    result
        .problems()
        .forEach(problem -> codes.merge(problem.path(), problem.code(), (a, b) -> a + " " + b));
    return codes;
  }
}
