package uz.yagona.forms.text;

import java.util.regex.Pattern;

/**
 * The two apostrophes of Uzbek Latin: the turned comma of Oʻ and Gʻ (U+02BB) and the tutuq
 * (U+02BC), which keyboards write in half a dozen ways.
 */
public final class Apostrophes {
  /** U+02BB, part of the letters Oʻ and Gʻ. */
  public static final char TURNED_COMMA = '\u02BB';

  /** U+02BC, the tutuq. */
  public static final char TUTUQ = '\u02BC';

  private static final String ANY = "['\u2019\u2018`\u00B4\u02BB\u02BC\u02BD]";
  private static final Pattern IN_LETTER = Pattern.compile("(?<=[OoGg])" + ANY);
  private static final Pattern IN_WORD = Pattern.compile("(?<=\\p{L})" + ANY + "(?=\\p{L})");

  private Apostrophes() {}

  /**
   * Writes every apostrophe of a word with its own character; quotation marks around words stay.
   */
  public static String normalize(String text) {
    String letters = IN_LETTER.matcher(text).replaceAll(String.valueOf(TURNED_COMMA));
    return IN_WORD
        .matcher(letters)
        .replaceAll(
            found -> isInLetter(letters, found.start()) ? found.group() : String.valueOf(TUTUQ));
  }

  private static boolean isInLetter(String text, int at) {
    return "OoGg".indexOf(text.charAt(at - 1)) >= 0;
  }
}
