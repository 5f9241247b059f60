package uz.yagona.forms.national;

import com.google.re2j.Pattern;
import java.util.Optional;

/** A phone number of Uzbekistan in E.164: {@code +998} and nine digits. */
public record UzPhone(String e164) {
  private static final Pattern NATIONAL = Pattern.compile("(20|33|[5-9]\\d)\\d{7}");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Zs}().‐‑–-]");

  /** {@code IllegalArgumentException} when it is not such a number. */
  public UzPhone {
    if (!e164.startsWith("+998") || !NATIONAL.matches(e164.substring(4))) {
      throw new IllegalArgumentException("Expected +998 and nine digits, but found another text");
    }
  }

  /**
   * Reads {@code +998 90 123-45-67}, {@code 998901234567} or {@code 90 123 45 67}; empty when it is
   * none of them.
   */
  public static Optional<UzPhone> parse(String typed) {
    String bare = PUNCTUATION.matcher(typed).replaceAll("");
    String digits = bare.startsWith("+") ? bare.substring(1) : bare;
    String local = digits.length() == 12 && digits.startsWith("998") ? digits.substring(3) : digits;
    boolean complete = !bare.startsWith("+") || digits.length() == 12;
    return complete && NATIONAL.matches(local)
        ? Optional.of(new UzPhone("+998" + local))
        : Optional.empty();
  }

  /** As people write it: {@code +998 90 123 45 67}. */
  public String display() {
    return "+998 %s %s %s %s"
        .formatted(
            e164.substring(4, 6), e164.substring(6, 9), e164.substring(9, 11), e164.substring(11));
  }
}
