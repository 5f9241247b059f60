package uz.yagona.signing.render;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Noto Sans for one document. It holds Latin with oʻ and gʻ, Cyrillic with ў қ ғ ҳ, and Russian.
 *
 * @param regular for running text
 * @param bold for headings and names
 */
record Typefaces(BaseFont regular, BaseFont bold) {
  private static final byte[] REGULAR = read("/fonts/NotoSans-Regular.ttf");
  private static final byte[] BOLD = read("/fonts/NotoSans-SemiBold.ttf");
  private static final Typefaces SHARED =
      new Typefaces(load("regular.ttf", REGULAR), load("bold.ttf", BOLD));

  static Typefaces shared() {
    return SHARED;
  }

  /** The text with characters that the font cannot show replaced, so that none is lost unseen. */
  String printable(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (character == '\t' || character == '\u00a0') {
                shown.append(' ');
              } else if (character >= ' ' && regular.charExists(character)) {
                shown.appendCodePoint(character);
              } else if (!isInvisible(character)) {
                shown.append('?');
              }
            });
    return shown.toString();
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK -> true;
      default -> false;
    };
  }

  private static BaseFont load(String name, byte[] file) {
    try {
      var font =
          BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file, null);
      // PDF/A-2, 6.2.11.4.2: a CIDSet must be complete or absent, and OpenPDF's is not complete
      font.setIncludeCidSet(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(String resource) {
    try (var in = Typefaces.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("Expected the font " + resource + ", but it is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
