package uz.yagona.portal.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The first letters of the first two words of a name. */
final class Initials {
  private static final int WORDS = 2;

  private Initials() {}

  static String of(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(WORDS)
        .map(word -> new String(Character.toChars(word.codePointAt(0))))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }
}
