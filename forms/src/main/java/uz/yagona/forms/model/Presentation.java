package uz.yagona.forms.model;

import org.jspecify.annotations.Nullable;

/**
 * How a field is shown; nothing here changes what is accepted.
 *
 * @param autocomplete HTML autofill token, or {@code null}
 * @param inputmode HTML keyboard hint, or {@code null}
 * @param currency ISO 4217 code of an amount, or {@code null}
 * @param rows lines of a text area
 * @param href where a hyperlink leads, or {@code null}
 */
public record Presentation(
    @Nullable String autocomplete,
    @Nullable String inputmode,
    @Nullable String currency,
    int rows,
    @Nullable String href) {}
