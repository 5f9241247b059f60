package uz.yagona.portal.staff;

import org.jspecify.annotations.Nullable;
import uz.yagona.forms.view.FormHtml;
import uz.yagona.portal.PortalProperties;

/**
 * What the holder of a task fills in.
 *
 * @param kind {@code review} or {@code sign}
 * @param draft the file to be signed; {@code null} for a review
 * @param eImzo how the page reaches E-IMZO; {@code null} when it is not offered
 * @param isBarred the holder may not sign, because the holder wrote the draft
 */
record TaskPanel(
    String kind,
    FormHtml form,
    @Nullable Draft draft,
    PortalProperties.@Nullable EImzo eImzo,
    boolean isBarred) {
  public boolean hasErrors() {
    return !form.errorSummary().isEmpty();
  }
}
