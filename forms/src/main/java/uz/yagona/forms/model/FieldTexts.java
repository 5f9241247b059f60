package uz.yagona.forms.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.LocalText;

/**
 * What a person reads about a field.
 *
 * @param label the question
 * @param hint how to answer it; empty when there is none
 * @param errors texts of single problems by code, in place of the general ones
 */
public record FieldTexts(LocalText label, LocalText hint, Map<String, LocalText> errors) {
  public FieldTexts {
    errors = Map.copyOf(errors);
  }

  /**
   * The own text for a problem's code; one for {@code pinfl} also serves {@code pinfl.checksum}.
   */
  public @Nullable LocalText error(String code) {
    LocalText exact = errors.get(code);
    int dot = code.indexOf('.');
    return exact != null || dot < 0 ? exact : errors.get(code.substring(0, dot));
  }
}
