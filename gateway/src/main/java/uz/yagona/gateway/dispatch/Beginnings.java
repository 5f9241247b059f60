package uz.yagona.gateway.dispatch;

import java.util.List;

/** What paths begin with. */
final class Beginnings {
  private Beginnings() {}

  /** The pattern up to its first variable or wildcard, the slash before it left out. */
  static String fixedPart(String pattern) {
    for (var index = 0; index < pattern.length(); index++) {
      if ("{*?".indexOf(pattern.charAt(index)) >= 0) {
        return pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', index)));
      }
    }
    return pattern;
  }

  /** Always {@code true} for paths with encoded characters or parameters, which patterns decode. */
  static boolean mayMatch(List<String> beginnings, String path) {
    if (path.indexOf('%') >= 0 || path.indexOf(';') >= 0) {
      return true;
    }
    for (var beginning : beginnings) {
      if (path.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
