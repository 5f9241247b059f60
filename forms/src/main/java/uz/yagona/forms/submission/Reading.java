package uz.yagona.forms.submission;

import org.jspecify.annotations.Nullable;

/** One answer as read: a clean value ({@code null} when left empty), or what is wrong with it. */
record Reading(@Nullable Object value, @Nullable Fault fault) {
  static final Reading EMPTY = new Reading(null, null);

  static Reading of(Object value) {
    return new Reading(value, null);
  }

  static Reading wrong(Fault fault) {
    return new Reading(null, fault);
  }

  static Reading wrong(String code) {
    return wrong(Fault.of(code));
  }
}
