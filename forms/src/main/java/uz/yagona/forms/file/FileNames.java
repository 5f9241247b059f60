package uz.yagona.forms.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** File names as a sender gave them, made harmless for stores, headers and screens. */
public final class FileNames {
  private static final int MAX_BASE = 100;
  private static final String NAMELESS = "fayl";

  /** Controls, marks that turn the reading direction, and characters without width. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");

  private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"/\\\\|?*;%]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private FileNames() {}

  /**
   * The name without folders and hostile characters, at most 100 characters, with the extension of
   * {@code type}.
   */
  public static String clean(String name, FileType type) {
    return base(name) + "." + type.extension();
  }

  /** The extension in lower case, {@code ""} without one. */
  public static String extension(String name) {
    String last = lastPart(INVISIBLE.matcher(name).replaceAll("")).strip();
    int dot = last.lastIndexOf('.');
    return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String base(String name) {
    String visible =
        INVISIBLE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
    String last = lastPart(visible);
    int dot = last.lastIndexOf('.');
    String base = FORBIDDEN.matcher(dot < 0 ? last : last.substring(0, dot)).replaceAll("_");
    String trimmed = base.replaceAll("^[.\\s]+|[.\\s]+$", "").replaceAll("\\s+", " ");
    if (trimmed.isEmpty()) {
      return NAMELESS;
    }
    return RESERVED.matcher(trimmed).matches() ? "_" + shortened(trimmed) : shortened(trimmed);
  }

  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static String shortened(String base) {
    return base.codePointCount(0, base.length()) <= MAX_BASE
        ? base
        : base.substring(0, base.offsetByCodePoints(0, MAX_BASE)).strip();
  }
}
