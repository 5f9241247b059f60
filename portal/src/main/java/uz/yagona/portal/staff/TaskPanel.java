package uz.yagona.portal.staff;

import org.jspecify.annotations.Nullable;
import uz.yagona.forms.view.FormHtml;

/**
 * What the holder of a task fills in.
 *
 * @param kind {@code review} or {@code sign}
 * @param draft the file to be signed; {@code null} for a review
 * @param isBarred the holder may not sign, because the holder wrote the draft
 */
record TaskPanel(String kind, FormHtml form, @Nullable Draft draft, boolean isBarred) {
  public boolean hasErrors() {
    return !form.errorSummary().isEmpty();
  }
}
