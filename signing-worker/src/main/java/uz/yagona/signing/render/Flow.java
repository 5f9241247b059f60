package uz.yagona.signing.render;

import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfStructureElement;

/** Puts tagged blocks below one another and opens pages as they are needed; lengths in points. */
final class Flow {
  static final float LEFT = 71;
  static final float RIGHT = PageSize.A4.getWidth() - 51;
  static final float WIDTH = RIGHT - LEFT;
  static final float TOP = PageSize.A4.getHeight() - 52;
  static final float BOTTOM = 62;
  private static final float LABEL_WIDTH = 138;
  private static final float ROW_GAP = 4;

  private final TaggedPdf pdf;
  private final Typefaces typefaces;
  private final Runnable onPage;
  private float y = TOP;

  /**
   * @param onPage draws what each page repeats
   */
  Flow(TaggedPdf pdf, Typefaces typefaces, Runnable onPage) {
    this.pdf = pdf;
    this.typefaces = typefaces;
    this.onPage = onPage;
    onPage.run();
  }

  float y() {
    return y;
  }

  void space(float height) {
    y -= height;
  }

  /** Goes on at the next page unless {@code height} is free on this one. */
  void keep(float height) {
    if (y - height < BOTTOM) {
      newPage();
    }
  }

  /** A block of the whole width; each line of {@code text} is a paragraph. */
  void text(String role, Style style, String text) {
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> paragraph(role, style, line));
  }

  private void paragraph(String role, Style style, String line) {
    var element = pdf.element(role);
    var column = column(style, line);
    while (true) {
      if (y - style.leading() < BOTTOM) {
        newPage();
      }
      column.setCanvas(pdf.canvas());
      column.setSimpleColumn(LEFT, BOTTOM, RIGHT, y);
      pdf.begin(element);
      var status = column.go();
      pdf.end();
      if (!ColumnText.hasMoreText(status)) {
        break;
      }
      newPage();
    }
    y = column.getYLine() - style.after();
  }

  /** A heading that never stands alone at the foot of a page. */
  void heading(String text) {
    keep(4 * Style.TEXT.leading());
    space(5);
    text("H2", Style.HEADING, text);
  }

  /** A row of label and value, as a table row with its header cell. */
  void row(PdfStructureElement table, String label, String value, Style valueStyle) {
    var valueLeft = LEFT + LABEL_WIDTH;
    var height =
        Math.max(
            height(Style.LABEL, label, LABEL_WIDTH - 8),
            height(valueStyle, value, RIGHT - valueLeft));
    keep(height + ROW_GAP);
    var row = pdf.element(table, "TR");
    var header = pdf.element(row, "TH");
    TableScope.row(header);
    cell(header, Style.LABEL, label, LEFT, valueLeft - 8);
    cell(pdf.element(row, "TD"), valueStyle, value, valueLeft, RIGHT);
    y -= height + ROW_GAP;
  }

  private void cell(
      PdfStructureElement element, Style style, String text, float left, float right) {
    block(element, style, text, left, right, y);
  }

  /** Text at a fixed place; gives the height of the last base line's foot. */
  float block(
      PdfStructureElement element, Style style, String text, float left, float right, float top) {
    var column = column(style, text);
    column.setSimpleColumn(left, 0, right, top);
    pdf.begin(element);
    column.go();
    pdf.end();
    return column.getYLine() - style.after();
  }

  /** The height that {@code text} takes in a column of this width. */
  float height(Style style, String text, float width) {
    var column = column(style, text);
    var far = -100_000f;
    column.setSimpleColumn(0, far, width, 0);
    column.go(true);
    return -column.getYLine();
  }

  /** A line across the page, without meaning. */
  void rule(float thickness) {
    line(LEFT, RIGHT, y, y, thickness);
  }

  private void line(float fromX, float toX, float fromY, float toY, float thickness) {
    pdf.beginArtifact();
    var canvas = pdf.canvas();
    canvas.setColorStroke(Style.ACCENT);
    canvas.setLineWidth(thickness);
    canvas.moveTo(fromX, fromY);
    canvas.lineTo(toX, toY);
    canvas.stroke();
    pdf.end();
  }

  /** A coloured bar left of what stands between two heights. */
  void bar(float top, float bottom) {
    if (bottom < top) {
      line(LEFT - 9, LEFT - 9, top, bottom, 2.4f);
    }
  }

  /** A thin frame, without meaning. */
  void frame(Rectangle place) {
    pdf.beginArtifact();
    var canvas = pdf.canvas();
    canvas.setColorStroke(Style.QUIET);
    canvas.setLineWidth(0.5f);
    canvas.rectangle(place.getLeft(), place.getBottom(), place.getWidth(), place.getHeight());
    canvas.stroke();
    pdf.end();
  }

  private void newPage() {
    pdf.newPage();
    y = TOP;
    onPage.run();
  }

  private ColumnText column(Style style, String text) {
    var paragraph = new Paragraph(typefaces.printable(text), style.font(typefaces));
    paragraph.setLeading(style.leading());
    paragraph.setAlignment(style.alignment());
    paragraph.setFirstLineIndent(style.alignment() == Element.ALIGN_CENTER ? 0 : style.indent());
    var column = new ColumnText(pdf.canvas());
    column.addElement(paragraph);
    return column;
  }
}
