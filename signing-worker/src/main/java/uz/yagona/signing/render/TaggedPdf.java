package uz.yagona.signing.render;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAnnotation;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfFormField;
import com.lowagie.text.pdf.PdfICCBased;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfRectangle;
import com.lowagie.text.pdf.PdfStream;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;

/**
 * A PDF/A-2a and PDF/UA-1 file in the making. OpenPDF tags nothing by itself: all that is drawn
 * stands between {@link #begin} and {@link #end}, or between {@link #beginArtifact} and {@link
 * #end} when it carries no meaning.
 */
final class TaggedPdf {
  static final String PRODUCER = "Yagona";

  private static final PdfName ARTIFACT = new PdfName("Artifact");
  private static final PdfName CONTENTS_LANGUAGE = new PdfName("Lang");
  private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
  private final Document document = new Document(PageSize.A4);
  private final PdfWriter writer;
  private final PdfStructureElement body;

  TaggedPdf(Metadata metadata) {
    writer = PdfWriter.getInstance(document, bytes);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setTagged();
    writer.setFullCompression();
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
    var created = metadata.created().toOffsetDateTime().withNano(0);
    writer.setXmpMetadata(XmpPacket.of(metadata, created));
    document.addTitle(metadata.title());
    document.addAuthor(metadata.author());
    document.setDocumentLanguage(metadata.language().tag());
    document.open();
    var date = new PdfDate(GregorianCalendar.from(metadata.created().withNano(0)));
    writer.getInfo().put(PdfName.PRODUCER, new PdfString(PRODUCER));
    writer.getInfo().put(PdfName.CREATIONDATE, date);
    writer.getInfo().put(PdfName.MODDATE, date);
    writer.getExtraCatalog().put(CONTENTS_LANGUAGE, new PdfString(metadata.language().tag()));
    addOutputIntent();
    writer.setTabs(PdfName.S);
    body = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
  }

  /** PdfWriter.setOutputIntents would write GTS_PDFX, which PDF/A-2 does not accept. */
  private void addOutputIntent() {
    try {
      var profile = writer.addToBody(new PdfICCBased(ICC_Profile.getInstance(SRGB)));
      var intent = new PdfDictionary(new PdfName("OutputIntent"));
      intent.put(PdfName.S, new PdfName("GTS_PDFA1"));
      intent.put(new PdfName("OutputConditionIdentifier"), new PdfString("sRGB IEC61966-2.1"));
      intent.put(new PdfName("Info"), new PdfString("sRGB IEC61966-2.1"));
      intent.put(new PdfName("DestOutputProfile"), profile.getIndirectReference());
      writer.getExtraCatalog().put(new PdfName("OutputIntents"), new PdfArray(intent));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PdfContentByte canvas() {
    return writer.getDirectContent();
  }

  int pageNumber() {
    return writer.getPageNumber();
  }

  void newPage() {
    document.newPage();
  }

  /** An element of the logical structure under the document. */
  PdfStructureElement element(String role) {
    return new PdfStructureElement(body, new PdfName(role));
  }

  /** An element of the logical structure under {@code parent}. */
  PdfStructureElement element(PdfStructureElement parent, String role) {
    return new PdfStructureElement(parent, new PdfName(role));
  }

  void begin(PdfStructureElement element) {
    canvas().beginMarkedContentSequence(element);
  }

  void beginArtifact() {
    canvas().beginMarkedContentSequence(ARTIFACT);
  }

  void end() {
    canvas().endMarkedContentSequence();
  }

  PdfTemplate template(float width, float height) {
    return canvas().createTemplate(width, height);
  }

  /**
   * An empty signature field, tagged so that the file stays accessible after signing. Its empty
   * appearance has neither filter nor matrix: the signature library then takes the later one for a
   * filled form field and not for a change of the page.
   */
  void signatureField(String name, String description, Rectangle place) {
    try {
      var field = PdfFormField.createSignature(writer);
      field.setFieldName(name);
      field.setWidget(place, PdfAnnotation.HIGHLIGHT_NONE);
      field.setFlags(PdfAnnotation.FLAGS_PRINT);
      field.setPage();
      field.put(new PdfName("TU"), new PdfString(description, PdfObject.TEXT_UNICODE));
      field.put(PdfName.CONTENTS, new PdfString(description, PdfObject.TEXT_UNICODE));
      var appearance = new PdfDictionary();
      appearance.put(PdfName.N, writer.addToBody(empty(place)).getIndirectReference());
      field.put(PdfName.AP, appearance);
      tag(field);
      writer.addAnnotation(field);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PdfStream empty(Rectangle place) {
    var stream = new PdfStream(new byte[] {' '});
    stream.put(PdfName.TYPE, PdfName.XOBJECT);
    stream.put(PdfName.SUBTYPE, PdfName.FORM);
    stream.put(PdfName.BBOX, new PdfRectangle(0, 0, place.getWidth(), place.getHeight()));
    stream.put(PdfName.RESOURCES, new PdfDictionary());
    stream.put(new PdfName("FormType"), new PdfNumber(1));
    return stream;
  }

  private void tag(PdfFormField field) {
    var page = writer.getPageReference(writer.getPageNumber());
    var form = element("Form");
    var reference = new PdfDictionary(new PdfName("OBJR"));
    reference.put(new PdfName("Obj"), field.getIndirectReference());
    reference.put(new PdfName("Pg"), page);
    form.put(PdfName.K, reference);
    form.put(new PdfName("Pg"), page);
    var parent = writer.getStructureTreeRoot().addExistingObject(form.getReference());
    field.put(new PdfName("StructParent"), new PdfNumber(parent));
  }

  /** Ends the file. */
  byte[] finish() {
    document.close();
    return bytes.toByteArray();
  }
}
