package uz.yagona.forms.model;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of a value.
 *
 * @param min lowest number, or {@code null}
 * @param max highest number, or {@code null}
 * @param minDate earliest day: ISO date or {@code today}, or {@code null}
 * @param maxDate latest day: ISO date or {@code today}, or {@code null}
 * @param minLength fewest code points of a text
 * @param maxLength most code points of a text; always set for texts
 * @param pattern what the whole text must match, in RE2 syntax (linear time), or {@code null}
 */
public record Limits(
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable String minDate,
    @Nullable String maxDate,
    int minLength,
    int maxLength,
    @Nullable Pattern pattern) {
  /** Longest one-line text when the model names no limit. */
  public static final int TEXT_LENGTH = 255;

  /** Longest text of several lines when the model names no limit. */
  public static final int LONG_TEXT_LENGTH = 10_000;
}
