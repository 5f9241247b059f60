package uz.yagona.forms.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Formats;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.Limits;

/** Lowest and highest number, earliest and latest day. */
final class LimitCheck {
  private LimitCheck() {}

  static @Nullable Fault fault(Field field, @Nullable Object value, LocalDate today) {
    if (value instanceof LocalDate day) {
      return day(field.limits(), day, today);
    }
    return value instanceof Number number
        ? number(field.limits(), new BigDecimal(number.toString()))
        : null;
  }

  private static @Nullable Fault number(Limits limits, BigDecimal number) {
    if (limits.min() != null && number.compareTo(limits.min()) < 0) {
      return Fault.of("min", "min", limits.min());
    }
    return limits.max() != null && number.compareTo(limits.max()) > 0
        ? Fault.of("max", "max", limits.max())
        : null;
  }

  private static @Nullable Fault day(Limits limits, LocalDate day, LocalDate today) {
    LocalDate min = resolve(limits.minDate(), today);
    if (min != null && day.isBefore(min)) {
      return Fault.of("minDate", "min", Formats.day(min));
    }
    LocalDate max = resolve(limits.maxDate(), today);
    return max != null && day.isAfter(max) ? Fault.of("maxDate", "max", Formats.day(max)) : null;
  }

  private static @Nullable LocalDate resolve(@Nullable String limit, LocalDate today) {
    if (limit == null) {
      return null;
    }
    return limit.equals("today") ? today : LocalDate.parse(limit);
  }
}
