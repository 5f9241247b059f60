package uz.yagona.forms.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.flowable.form.model.FormContainer;
import org.flowable.form.model.FormField;
import org.flowable.form.model.OptionFormField;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.file.FileCheck;
import uz.yagona.forms.file.FileType;

/** Turns Flowable's fields and their {@code params} into {@link Field}s. */
final class FieldReading {
  private final List<ModelProblem> problems;

  FieldReading(List<ModelProblem> problems) {
    this.problems = problems;
  }

  List<Field> read(List<FormField> fields) {
    return fields.stream().map(this::read).toList();
  }

  private Field read(FormField source) {
    FieldType type = FieldType.find(source.getType()).orElseThrow();
    var params = new Params(source, source.getId(), problems);
    Check check = check(params);
    Object initial = source.getValue();
    return new Field(
        source.getId(),
        type,
        new FieldTexts(
            params.text("name", source.getName()),
            params.text("hint", params.string("hint")),
            params.errors()),
        source.isRequired(),
        source.isReadOnly(),
        conditions(params),
        limits(type, params),
        check,
        choices(source, type, check, params),
        type == FieldType.UPLOAD ? uploads(params) : null,
        repeat(params),
        presentation(params),
        PersonalDataClass.ofWord(params.string("personalData", "personal")),
        params.string("prefill"),
        params.string("evidence"),
        initial == null ? null : initial.toString(),
        children(source));
  }

  private List<Field> children(FormField source) {
    return source instanceof FormContainer container && container.getFields() != null
        ? read(container.getFields().stream().flatMap(List::stream).toList())
        : List.of();
  }

  private static @Nullable Check check(Params params) {
    String word = params.string("check");
    return word == null ? null : Check.find(word).orElse(null);
  }

  private static Conditions conditions(Params params) {
    return new Conditions(
        params.feel("visibleWhen"),
        params.feel("requiredWhen"),
        params.feel("calculate"),
        params.string("var"));
  }

  private static Limits limits(FieldType type, Params params) {
    boolean isDate = type == FieldType.DATE;
    int longest = type == FieldType.MULTI_LINE_TEXT ? Limits.LONG_TEXT_LENGTH : Limits.TEXT_LENGTH;
    return new Limits(
        isDate ? null : params.number("min"),
        isDate ? null : params.number("max"),
        isDate ? params.string("min") : null,
        isDate ? params.string("max") : null,
        params.integer("minLength", 0),
        params.integer("maxLength", longest),
        params.pattern("pattern"));
  }

  private static @Nullable Choices choices(
      FormField source, FieldType type, @Nullable Check check, Params params) {
    if (!type.isChoice()) {
      return null;
    }
    String list =
        switch (type) {
          case PEOPLE -> "people";
          case FUNCTIONAL_GROUP -> "groups";
          default -> params.string("source");
        };
    String lists = check != null && check.bringsChoices() ? check.word() : list;
    return new Choices(
        fixed(source, params), lists, params.flag("multiple"), params.string("dependsOn"));
  }

  private static List<Choice> fixed(FormField source, Params params) {
    if (!(source instanceof OptionFormField field) || field.getOptions() == null) {
      return List.of();
    }
    return field.getOptions().stream()
        .map(
            option -> {
              String id = Objects.requireNonNullElse(option.getId(), option.getName());
              return new Choice(id, params.text("options", id, option.getName()));
            })
        .toList();
  }

  private static Uploads uploads(Params params) {
    Set<FileType> accept = EnumSet.noneOf(FileType.class);
    params.strings("accept").forEach(word -> FileType.find(word).ifPresent(accept::add));
    return new Uploads(
        accept.isEmpty() ? EnumSet.allOf(FileType.class) : accept,
        params.flag("multiple") ? params.integer("maxFiles", FileCheck.MAX_FILES) : 1,
        params.integer("maxSizeMb", FileCheck.MAX_MEGABYTES) * FileCheck.MEGABYTE);
  }

  private static @Nullable Repeat repeat(Params params) {
    if (!params.has("repeat")) {
      return null;
    }
    var bounds = params.map("repeat");
    return new Repeat(bound(bounds.get("min"), 0), bound(bounds.get("max"), 20));
  }

  private static int bound(@Nullable Object value, int fallback) {
    return value instanceof Number number ? number.intValue() : fallback;
  }

  private static Presentation presentation(Params params) {
    return new Presentation(
        params.string("autocomplete"),
        params.string("inputmode"),
        params.string("currency"),
        params.integer("rows", 5),
        params.string("href"));
  }
}
