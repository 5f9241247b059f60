package uz.yagona.forms.submission;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.Messages;

/**
 * What is wrong with one answer and, as text, how to put it right.
 *
 * @param path name of the field as it was sent: {@code phone}, {@code owners[1].share}, {@code
 *     _outcome}
 * @param code key of the text: {@code required}, {@code maxLength}, {@code file.type}, …
 * @param label the question's text
 * @param args numbers and words of the text
 * @param text the model's own text for this problem, or {@code null}
 */
public record Problem(
    String path, String code, LocalText label, Map<String, Object> args, @Nullable LocalText text) {
  public Problem {
    args = Map.copyOf(args);
  }

  /** The sentence for the person, in {@code language}. */
  public String message(Language language) {
    var named = new HashMap<>(args);
    named.replaceAll(
        (name, value) -> value instanceof LocalText local ? local.in(language) : value);
    named.put("label", label.in(language));
    return text != null
        ? Messages.format(text.in(language), language, named)
        : Messages.text("problem." + code, language, named);
  }
}
