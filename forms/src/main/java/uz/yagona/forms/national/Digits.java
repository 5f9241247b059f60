package uz.yagona.forms.national;

/** ASCII digits; other scripts' digits are not numbers of these registers. */
final class Digits {
  private Digits() {}

  static boolean only(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static String withoutSpaces(String typed) {
    var kept = new StringBuilder(typed.length());
    typed
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
