package uz.yagona.engine.query;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the found rows to return: by offset, or after or before a cursor of an earlier
 * result.
 *
 * @param limit 1 to 10,000
 * @param from rows to skip, from 0; only without cursor
 */
public record Page(int limit, int from, @Nullable String after, @Nullable String before) {
  public static final int DEFAULT_LIMIT = 100;
  public static final int MAX_LIMIT = 10_000;
  public static final Page FIRST = new Page(DEFAULT_LIMIT, 0, null, null);

  public Page {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new InvalidSearchException(
          "Expected page.limit from 1 to %d, but got %d".formatted(MAX_LIMIT, limit));
    }
    if (from < 0) {
      throw new InvalidSearchException("Expected page.from of 0 or more, but got " + from);
    }
    if (after != null && before != null) {
      throw new InvalidSearchException(
          "Expected one of page.after and page.before, but got both of them");
    }
    if (from > 0 && (after != null || before != null)) {
      throw new InvalidSearchException("Expected page.from or a cursor, but got both of them");
    }
  }

  /**
   * @throws InvalidSearchException when the page asks to go back
   */
  void requireForward() {
    if (before != null) {
      throw new InvalidSearchException(
          "Expected page.after or page.from, since this result is read forward only, but got page.before");
    }
  }

  public static Page of(int limit) {
    return new Page(limit, 0, null, null);
  }
}
