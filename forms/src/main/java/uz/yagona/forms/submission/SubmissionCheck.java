package uz.yagona.forms.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.Messages;
import uz.yagona.forms.file.AcceptedFile;
import uz.yagona.forms.file.FileCheck;
import uz.yagona.forms.file.FileType;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.model.Repeat;
import uz.yagona.forms.model.Uploads;

/**
 * The server's check of a submission. Hidden and read-only fields and unknown names are never taken
 * from it; calculated values are computed here.
 */
public final class SubmissionCheck {
  private final FormModel form;
  private final FormContext context;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, List<AcceptedFile>> files = new LinkedHashMap<>();

  private SubmissionCheck(FormModel form, FormContext context) {
    this.form = form;
    this.context = context;
  }

  /** Checks everything and reports every problem, in the order of the form. */
  public static SubmissionResult check(FormModel form, Submission sent, FormContext context) {
    return new SubmissionCheck(form, context).check(FormState.of(form, sent, context));
  }

  private SubmissionResult check(FormState state) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    form.fields().forEach(field -> take(field, state, values));
    String outcome = state.outcome();
    if (outcome == null && !form.outcomes().isEmpty()) {
      LocalText label =
          form.outcomeLabel().isEmpty() ? Messages.local("ui.outcome") : form.outcomeLabel();
      problems.add(new Problem(Submission.OUTCOME, "outcome", label, Map.of(), null));
    }
    return new SubmissionResult(form, values, files, outcome, List.copyOf(problems));
  }

  private void take(Field field, FormState state, Map<String, @Nullable Object> values) {
    if (!state.isVisible(field)) {
      return;
    }
    if (field.isRepeating()) {
      values.put(field.id(), rows(field, state));
    } else if (field.type() == FieldType.CONTAINER) {
      field.children().forEach(child -> take(child, state, values));
    } else if (field.type() == FieldType.EXPRESSION) {
      String variable = field.conditions().variable();
      if (variable != null) {
        values.put(variable, state.calculated(field));
      }
    } else if (field.type() == FieldType.UPLOAD) {
      files(field, state);
    } else if (field.type().isInput()) {
      values.put(field.id(), value(field, state));
    }
  }

  private List<Map<String, @Nullable Object>> rows(Field group, FormState state) {
    Repeat repeat = Objects.requireNonNull(group.repeat());
    List<FormState> sent = state.rows(group);
    if (sent.size() > repeat.max()) {
      report(group, state.path(group), Fault.of("rows.max", "max", repeat.max()));
    }
    var rows = new ArrayList<Map<String, @Nullable Object>>();
    for (FormState row : sent.subList(0, Math.min(sent.size(), repeat.max()))) {
      var values = new LinkedHashMap<String, @Nullable Object>();
      group.children().forEach(child -> take(child, row, values));
      rows.add(values);
    }
    return rows;
  }

  private @Nullable Object value(Field field, FormState state) {
    Reading reading = state.reading(field);
    Fault fault = reading.fault();
    if (fault == null) {
      fault = LimitCheck.fault(field, reading.value(), context.today());
    }
    boolean isEmpty = reading.value() == null || Boolean.FALSE.equals(reading.value());
    if (fault == null && isEmpty && state.isRequired(field)) {
      fault = Fault.of(requiredCode(field));
    }
    if (fault != null) {
      report(field, state.path(field), fault);
      return null;
    }
    return reading.value();
  }

  private static String requiredCode(Field field) {
    return switch (field.type()) {
      case BOOLEAN -> "required.yes";
      case DATE -> "required.date";
      default -> {
        String choice = field.isMultiple() ? "required.multiple" : "required.choice";
        yield field.type().isChoice() ? choice : "required";
      }
    };
  }

  private void files(Field field, FormState state) {
    List<UploadedFile> sent = state.files(field);
    Uploads uploads = Objects.requireNonNull(field.uploads());
    String path = state.path(field);
    if (sent.isEmpty() && state.isRequired(field)) {
      report(field, path, Fault.of("required.file"));
    }
    if (sent.size() > uploads.maxFiles()) {
      report(
          field,
          path,
          new Fault("file.count", Map.of("max", uploads.maxFiles(), "found", sent.size())));
      return;
    }
    var accepted = new ArrayList<AcceptedFile>();
    for (UploadedFile file : sent) {
      var verdict = FileCheck.check(file, uploads.accept(), uploads.maxBytes());
      if (verdict.accepted() != null) {
        accepted.add(verdict.accepted());
      }
      if (verdict.fault() != null) {
        report(field, path, fault(verdict.fault(), file, uploads));
      }
    }
    if (!accepted.isEmpty()) {
      files.put(path, List.copyOf(accepted));
    }
  }

  private static Fault fault(FileCheck.Fault fault, UploadedFile file, Uploads uploads) {
    return new Fault(
        fault.code(),
        Map.of(
            "file", shownName(file),
            "maxMb", uploads.maxBytes() / FileCheck.MEGABYTE,
            "types", words(uploads)));
  }

  private static String shownName(UploadedFile file) {
    String name = file.name().replaceAll("[\\p{Cc}\\p{Cf}]", "");
    return name.length() <= 80 ? name : name.substring(0, 77) + "…";
  }

  private static String words(Uploads uploads) {
    return String.join(", ", uploads.accept().stream().sorted().map(FileType::name).toList());
  }

  private void report(Field field, String path, Fault fault) {
    LocalText own = field.texts().error(fault.code());
    problems.add(new Problem(path, fault.code(), field.texts().label(), fault.args(), own));
  }
}
