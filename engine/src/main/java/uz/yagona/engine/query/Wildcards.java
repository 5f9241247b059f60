package uz.yagona.engine.query;

/** The API's patterns: {@code *} for any text, {@code ?} for one character, {@code \} escapes. */
final class Wildcards {
  private Wildcards() {}

  static String toLike(String pattern) {
    var like = new StringBuilder(pattern.length() + 8);
    for (var i = 0; i < pattern.length(); i++) {
      var character = pattern.charAt(i);
      if (character == '\\' && i + 1 < pattern.length()) {
        i++;
        literal(like, pattern.charAt(i));
      } else if (character == '*') {
        like.append('%');
      } else if (character == '?') {
        like.append('_');
      } else {
        literal(like, character);
      }
    }
    return like.toString();
  }

  private static void literal(StringBuilder like, char character) {
    if (character == '%' || character == '_' || character == '\\') {
      like.append('\\');
    }
    like.append(character);
  }
}
