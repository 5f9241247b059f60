package uz.yagona.forms.national;

import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Number of a property in the cadastre.
 *
 * <p>The register may change the format; a form's {@code pattern} parameter then takes the place of
 * {@link #DEFAULT}.
 */
public record CadastreNo(String text) {
  /**
   * Region, district, massif, quarter, plot, and optionally building and room: {@code
   * 10:05:03:02:01:0123}.
   */
  public static final Pattern DEFAULT =
      Pattern.compile("\\d{2}:\\d{2}:\\d{2}:\\d{2}:\\d{2}:\\d{4}(:\\d{4}(:\\d{3})?)?");

  /** Reads what a person typed, spaces allowed; empty when it does not match {@code format}. */
  public static Optional<CadastreNo> parse(String typed, Pattern format) {
    String bare = Digits.withoutSpaces(typed);
    return format.matches(bare) ? Optional.of(new CadastreNo(bare)) : Optional.empty();
  }

  public static Optional<CadastreNo> parse(String typed) {
    return parse(typed, DEFAULT);
  }
}
