package uz.yagona.forms.submission;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uz.yagona.forms.model.Check;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FieldType;
import uz.yagona.forms.model.Limits;
import uz.yagona.forms.national.CadastreNo;
import uz.yagona.forms.national.Pinfl;
import uz.yagona.forms.national.Stir;
import uz.yagona.forms.national.UzPhone;
import uz.yagona.forms.text.Apostrophes;

/**
 * Texts: cleaned of what no text may contain, then read by the field's named check. Lengths are
 * code points.
 */
final class TextParser {
  /** Control characters except line feed and tab, halves of surrogate pairs, and non-characters. */
  private static final Pattern UNUSABLE =
      Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F-\\x{9F}\\x{FFFE}\\x{FFFF}]");

  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\pL\\d.!#$%&'*+/=?^_`{|}~-]{1,64}@([\\pL\\d]([\\pL\\d-]{0,61}[\\pL\\d])?\\.)+[\\pL]([\\pL\\d-]{0,61}[\\pL\\d])?");

  private static final int MAX_EMAIL = 254;

  private TextParser() {}

  static Reading parse(Field field, String typed) {
    Limits limits = field.limits();
    if (typed.length() > 4L * limits.maxLength() + 1000) {
      return tooLong(limits, typed.codePointCount(0, typed.length()));
    }
    String text = clean(field, typed);
    if (text.isEmpty()) {
      return Reading.EMPTY;
    }
    Check check = field.check();
    return check == null ? plain(limits, text) : checked(check, limits, text);
  }

  private static String clean(Field field, String typed) {
    String text =
        Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
    String usable = UNUSABLE.matcher(withoutLoneSurrogates(text)).replaceAll("").strip();
    if (field.type() == FieldType.MULTI_LINE_TEXT) {
      return usable;
    }
    String line = usable.replace('\n', ' ').replace('\t', ' ');
    return field.check() == null ? Apostrophes.normalize(line) : line;
  }

  private static String withoutLoneSurrogates(String text) {
    return text.codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Reading plain(Limits limits, String text) {
    int length = text.codePointCount(0, text.length());
    if (length < limits.minLength()) {
      return Reading.wrong(
          new Fault("minLength", Map.of("min", limits.minLength(), "found", length)));
    }
    if (length > limits.maxLength()) {
      return tooLong(limits, length);
    }
    Pattern pattern = limits.pattern();
    return pattern == null || pattern.matches(text) ? Reading.of(text) : Reading.wrong("pattern");
  }

  private static Reading tooLong(Limits limits, int length) {
    return Reading.wrong(
        new Fault(
            "maxLength",
            Map.of(
                "max", limits.maxLength(), "found", length, "over", length - limits.maxLength())));
  }

  private static Reading checked(Check check, Limits limits, String text) {
    return switch (check) {
      case PINFL -> pinfl(text);
      case STIR -> found(Stir.parse(text).map(Stir::digits), check);
      case PHONE_UZ -> found(UzPhone.parse(text).map(UzPhone::e164), check);
      case CADASTRE_NO -> found(cadastreNo(limits, text), check);
      case EMAIL -> found(email(text), check);
      case SOATO_REGION, SOATO_DISTRICT -> Reading.wrong("choice");
    };
  }

  private static Reading pinfl(String text) {
    return Pinfl.fault(text)
        .map(fault -> Reading.wrong("pinfl." + fault.name().toLowerCase(Locale.ROOT)))
        .orElseGet(() -> Reading.of(Pinfl.parse(text).orElseThrow().digits()));
  }

  private static Optional<String> cadastreNo(Limits limits, String text) {
    Pattern format = limits.pattern() == null ? CadastreNo.DEFAULT : limits.pattern();
    return CadastreNo.parse(text, format).map(CadastreNo::text);
  }

  private static Optional<String> email(String text) {
    return Optional.of(text).filter(typed -> typed.length() <= MAX_EMAIL && EMAIL.matches(typed));
  }

  private static Reading found(Optional<String> value, Check check) {
    return value.map(Reading::of).orElseGet(() -> Reading.wrong(check.word()));
  }
}
