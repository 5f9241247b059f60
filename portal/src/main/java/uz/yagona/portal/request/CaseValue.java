package uz.yagona.portal.request;

import org.jspecify.annotations.Nullable;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.PersonalDataClass;

/**
 * An answer of the applicant.
 *
 * @param value as read from JSON: text, number, boolean or list; {@code null} when left empty
 */
public record CaseValue(
    String fieldId, LocalText label, @Nullable Object value, PersonalDataClass dataClass) {}
