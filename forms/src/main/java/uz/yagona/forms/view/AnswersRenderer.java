package uz.yagona.forms.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Formats;
import uz.yagona.forms.Language;
import uz.yagona.forms.model.Check;
import uz.yagona.forms.model.Choice;
import uz.yagona.forms.model.Choices;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.national.Pinfl;

/**
 * Draws the answers of a form to be read. A PINFL is masked unless {@link #unmasked()} is asked
 * for.
 */
public final class AnswersRenderer {
  private static final int INSIDE_A_SECTION = 3;

  private final FormModel form;
  private final Language language;
  private final boolean isMasking;
  private final int level;

  public AnswersRenderer(FormModel form, Language language) {
    this(form, language, true, INSIDE_A_SECTION);
  }

  private AnswersRenderer(FormModel form, Language language, boolean isMasking, int level) {
    this.form = form;
    this.language = language;
    this.isMasking = isMasking;
    this.level = level;
  }

  /** Shows a PINFL in full; the caller has a reason and has journaled the read. */
  public AnswersRenderer unmasked() {
    return new AnswersRenderer(form, language, false, level);
  }

  /** Puts the headings of groups on {@code level}, one below the heading that they stand under. */
  public AnswersRenderer headings(int level) {
    return new AnswersRenderer(form, language, isMasking, level);
  }

  /**
   * Headings and definition lists in the order of the form. A field that {@code values} does not
   * name was hidden or is not for this reader, and is left out.
   *
   * @param values by field id, clean or as read back from JSON
   * @param files by field id
   */
  public String html(
      Map<String, ? extends @Nullable Object> values, Map<String, List<FileLink>> files) {
    return answers(form.fields(), values, files).html();
  }

  private Element answers(
      List<Field> fields,
      Map<?, ? extends @Nullable Object> values,
      Map<String, List<FileLink>> files) {
    var answers = Element.of("div", "yg-answers");
    var run = new ArrayList<Element>();
    for (Field field : fields) {
      if (field.type() == FieldType.CONTAINER) {
        flush(run, answers);
        answers.add(group(field, values, files));
      } else {
        run.addAll(answer(field, values, files));
      }
    }
    flush(run, answers);
    return answers;
  }

  private static void flush(List<Element> run, Element answers) {
    if (!run.isEmpty()) {
      answers.add(Element.of("dl", "yg-kv").addAll(run));
      run.clear();
    }
  }

  private @Nullable Element group(
      Field group, Map<?, ? extends @Nullable Object> values, Map<String, List<FileLink>> files) {
    var block = Element.of("div");
    if (!group.isRepeating()) {
      Element inside = answers(group.children(), values, files);
      return inside.isEmpty() ? null : block.add(heading(group)).add(inside);
    }
    if (!(values.get(group.id()) instanceof List<?> rows) || rows.isEmpty()) {
      return null;
    }
    block.add(heading(group));
    rows.forEach(
        row -> {
          if (row instanceof Map<?, ?> map) {
            block.add(answers(group.children(), map, Map.of()));
          }
        });
    return block;
  }

  private @Nullable Element heading(Field group) {
    return group.texts().label().isEmpty()
        ? null
        : Element.of("h" + level, "govuk-heading-s").text(group.texts().label().in(language));
  }

  private List<Element> answer(
      Field field, Map<?, ? extends @Nullable Object> values, Map<String, List<FileLink>> files) {
    if (field.type() == FieldType.UPLOAD) {
      List<FileLink> links = files.getOrDefault(field.id(), List.of());
      return links.isEmpty() ? List.of() : pair(field, links(links));
    }
    String variable = field.conditions().variable();
    if (field.type() == FieldType.EXPRESSION && variable != null && values.containsKey(variable)) {
      return field.texts().label().isEmpty()
          ? List.of()
          : pair(field, Element.of("dd").text(ValueText.plain(values.get(variable), language)));
    }
    return field.type().isInput() && values.containsKey(field.id())
        ? pair(field, value(field, values.get(field.id())))
        : List.of();
  }

  private List<Element> pair(Field field, Element shown) {
    return List.of(Element.of("dt").text(field.texts().label().in(language)), shown);
  }

  private Element value(Field field, @Nullable Object value) {
    Choices choices = field.choices();
    List<Choice> known = choices == null ? List.of() : choices.known();
    String text = ValueText.of(field, value, known, language);
    if (isMasking && field.check() == Check.PINFL && value != null) {
      text = Pinfl.parse(value.toString()).map(Pinfl::masked).orElse("•".repeat(14));
    }
    return Element.of("dd").mark("yg-text", field.type() == FieldType.MULTI_LINE_TEXT).text(text);
  }

  private Element links(List<FileLink> links) {
    var list = Element.of("ul", "yg-files");
    links.forEach(
        file ->
            list.add(
                Element.of("li")
                    .add(Element.of("a", "govuk-link").with("href", file.href()).text(file.name()))
                    .text(" ")
                    .add(Element.of("span").text(Formats.size(file.size(), language)))));
    return Element.of("dd").add(list);
  }
}
