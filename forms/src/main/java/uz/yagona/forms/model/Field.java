package uz.yagona.forms.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.PersonalDataClass;

/**
 * One field of a form.
 *
 * @param id name of the value, unique in the form
 * @param required mandatory whenever visible
 * @param readOnly shown, never taken from a submission
 * @param check named check, or {@code null}
 * @param choices options of a choice field, {@code null} for the others
 * @param uploads limits of an upload, {@code null} for the others
 * @param repeat makes a container a repeating group, or {@code null}
 * @param prefill path into the context's variables that gives the first value ({@code
 *     applicant.phone}), or {@code null}
 * @param evidence kind of evidence an upload asks for, or {@code null}
 * @param initial value before anybody typed, or {@code null}
 * @param children fields of a container
 */
public record Field(
    String id,
    FieldType type,
    FieldTexts texts,
    boolean required,
    boolean readOnly,
    Conditions conditions,
    Limits limits,
    @Nullable Check check,
    @Nullable Choices choices,
    @Nullable Uploads uploads,
    @Nullable Repeat repeat,
    Presentation presentation,
    PersonalDataClass personalData,
    @Nullable String prefill,
    @Nullable String evidence,
    @Nullable String initial,
    List<Field> children) {
  public Field {
    children = List.copyOf(children);
  }

  public boolean isRepeating() {
    return repeat != null;
  }

  /** Whether the value is a list of chosen options. */
  public boolean isMultiple() {
    return choices != null && choices.multiple();
  }

  /**
   * The field whose answer narrows this field's list on the server; districts come grouped by
   * region instead.
   */
  Optional<String> narrowedBy() {
    return choices == null || check == Check.SOATO_DISTRICT
        ? Optional.empty()
        : Optional.ofNullable(choices.dependsOn());
  }

  /** This field and all below it, in reading order. */
  public Stream<Field> flatten() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Field::flatten));
  }

  Field withChildren(List<Field> kept) {
    return new Field(
        id,
        type,
        texts,
        required,
        readOnly,
        conditions,
        limits,
        check,
        choices,
        uploads,
        repeat,
        presentation,
        personalData,
        prefill,
        evidence,
        initial,
        kept);
  }
}
