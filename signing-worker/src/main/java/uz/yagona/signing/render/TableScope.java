package uz.yagona.signing.render;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfStructureElement;

/** Says which cells a header cell speaks for (ISO 14289-1, 7.5). */
final class TableScope {
  private TableScope() {}

  static void row(PdfStructureElement header) {
    var attributes = new PdfDictionary();
    attributes.put(PdfName.O, new PdfName("Table"));
    attributes.put(new PdfName("Scope"), new PdfName("Row"));
    header.put(PdfName.A, attributes);
  }
}
