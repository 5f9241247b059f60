package uz.yagona.signing.render;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import java.awt.Color;

/**
 * How a piece of text looks; lengths in points.
 *
 * @param leading distance of base lines
 * @param after free space below
 * @param indent of the first line
 * @param alignment a constant of {@link Element}
 */
record Style(
    boolean bold,
    float size,
    float leading,
    float after,
    float indent,
    int alignment,
    Color color) {
  static final Color INK = new Color(0x1c, 0x1c, 0x1c);
  static final Color ACCENT = new Color(0x12, 0x3f, 0x6d);
  static final Color QUIET = new Color(0x55, 0x5d, 0x66);

  static final Style BODY_NAME = new Style(true, 13, 17, 0, 0, Element.ALIGN_CENTER, ACCENT);
  static final Style TITLE = new Style(true, 19, 24, 0, 0, Element.ALIGN_CENTER, INK);
  static final Style SUBTITLE = new Style(false, 11.5f, 15, 12, 0, Element.ALIGN_CENTER, INK);
  static final Style HEADING = new Style(true, 11, 15, 2, 0, Element.ALIGN_LEFT, ACCENT);
  static final Style TEXT = new Style(false, 10.5f, 15, 5, 22, Element.ALIGN_LEFT, INK);
  static final Style PLAIN = new Style(false, 10.5f, 14.5f, 4, 0, Element.ALIGN_LEFT, INK);
  static final Style LABEL = new Style(false, 9.5f, 14, 0, 0, Element.ALIGN_LEFT, QUIET);
  static final Style VALUE = new Style(false, 10.5f, 14, 0, 0, Element.ALIGN_LEFT, INK);
  static final Style STRONG_VALUE = new Style(true, 10.5f, 14, 0, 0, Element.ALIGN_LEFT, INK);
  static final Style SMALL = new Style(false, 8, 10.5f, 2, 0, Element.ALIGN_LEFT, QUIET);
  static final Style SMALL_BOLD = new Style(true, 8.5f, 11, 2, 0, Element.ALIGN_LEFT, INK);

  Font font(Typefaces typefaces) {
    return new Font(bold ? typefaces.bold() : typefaces.regular(), size, Font.NORMAL, color);
  }

  Style aligned(int other) {
    return new Style(bold, size, leading, after, indent, other, color);
  }
}
