package uz.yagona.forms.submission;

import com.google.re2j.Pattern;
import java.math.BigDecimal;

/** Numbers as people write them: {@code 24 536 563,5}, with any kind of space between groups. */
final class NumberParser {
  private static final int MONEY_SCALE = 2;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,10})?");

  private NumberParser() {}

  static Reading integer(String typed) {
    String bare = bare(typed);
    return INTEGER.matches(bare) ? Reading.of(Long.valueOf(bare)) : Reading.wrong("integer");
  }

  /**
   * A comma or a point before the fraction; two kinds of separator in one number are a guess and
   * are refused.
   */
  static Reading decimal(String typed) {
    String bare = bare(typed);
    return DECIMAL.matches(bare)
        ? Reading.of(new BigDecimal(bare.replace(',', '.')))
        : Reading.wrong("number");
  }

  static Reading amount(String typed) {
    Reading reading = decimal(typed);
    if (!(reading.value() instanceof BigDecimal amount)) {
      return reading.fault() == null ? reading : Reading.wrong("amount");
    }
    return amount.stripTrailingZeros().scale() > MONEY_SCALE
        ? Reading.wrong("amount")
        : Reading.of(amount.setScale(MONEY_SCALE));
  }

  private static String bare(String typed) {
    return SPACES.matcher(typed).replaceAll("").replace('−', '-');
  }
}
