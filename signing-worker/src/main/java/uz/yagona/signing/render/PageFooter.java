package uz.yagona.signing.render;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.util.ArrayList;
import java.util.List;
import uz.yagona.signing.Phrases;

/** What each page repeats at its foot: document number, a note, page of pages. */
final class PageFooter {
  private static final float SIZE = 8;
  private static final float BASE_LINE = 36;
  private static final float WIDTH = 60;

  private final TaggedPdf pdf;
  private final Typefaces typefaces;
  private final Phrases phrases;
  private final String documentNumber;
  private final String note;
  private final List<PdfTemplate> counters = new ArrayList<>();

  /**
   * @param note name of the text in the middle
   */
  PageFooter(
      TaggedPdf pdf, Typefaces typefaces, Phrases phrases, String documentNumber, String note) {
    this.pdf = pdf;
    this.typefaces = typefaces;
    this.phrases = phrases;
    this.documentNumber = documentNumber;
    this.note = note;
  }

  /** Draws the foot of the current page; the count of pages follows with {@link #complete}. */
  void draw() {
    pdf.beginArtifact();
    var canvas = pdf.canvas();
    canvas.setColorStroke(Style.QUIET);
    canvas.setLineWidth(0.4f);
    canvas.moveTo(Flow.LEFT, BASE_LINE + 13);
    canvas.lineTo(Flow.RIGHT, BASE_LINE + 13);
    canvas.stroke();
    canvas.setColorFill(Style.QUIET);
    canvas.beginText();
    canvas.setFontAndSize(typefaces.bold(), SIZE);
    canvas.showTextAligned(
        PdfContentByte.ALIGN_LEFT, "№ " + documentNumber, Flow.LEFT, BASE_LINE, 0);
    canvas.setFontAndSize(typefaces.regular(), 7);
    canvas.showTextAligned(
        PdfContentByte.ALIGN_CENTER,
        phrases.get(note),
        (Flow.LEFT + Flow.RIGHT) / 2 + 20,
        BASE_LINE,
        0);
    canvas.endText();
    var counter = pdf.template(WIDTH, 2 * SIZE);
    canvas.addTemplate(counter, Flow.RIGHT - WIDTH, BASE_LINE - SIZE / 2);
    counters.add(counter);
    pdf.end();
  }

  /** Writes "page of pages" on every page drawn so far. */
  void complete() {
    for (var page = 1; page <= counters.size(); page++) {
      var text = phrases.get("page", page, counters.size());
      write(counters.get(page - 1), typefaces.regular(), text);
    }
  }

  private static void write(PdfTemplate counter, BaseFont font, String text) {
    counter.setColorFill(Style.QUIET);
    counter.beginText();
    counter.setFontAndSize(font, SIZE);
    counter.showTextAligned(PdfContentByte.ALIGN_RIGHT, text, WIDTH, SIZE / 2, 0);
    counter.endText();
  }
}
