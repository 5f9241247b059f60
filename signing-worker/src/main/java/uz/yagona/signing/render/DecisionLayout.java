package uz.yagona.signing.render;

import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfRectangle;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.Language;
import uz.yagona.signing.Phrases;
import uz.yagona.signing.portal.DecisionDocument;

/**
 * D-28, the answer to an appeal or the outcome of a service: header of the body, number and date,
 * what was asked, reasons, decision, the way to appeal, executor, place of the signature, QR code.
 */
final class DecisionLayout {
  /** Name of the signature field of the head. */
  static final String SIGNATURE_FIELD = "head";

  private static final float QR_SIDE = 74;
  private static final float SIGNATURE_WIDTH = 230;
  private static final float SIGNATURE_HEIGHT = 82;
  private static final float FRAME = 1;
  private static final float CLOSING_HEIGHT = 140;
  private static final float ROW_HEIGHT = SIGNATURE_HEIGHT + 26;

  private final DecisionDocument content;
  private final Registration registration;
  private final Phrases phrases;
  private final ZoneId zone;
  private final Typefaces typefaces = Typefaces.shared();
  private final TaggedPdf pdf;
  private final PageFooter footer;
  private final Flow flow;

  private DecisionLayout(DecisionDocument content, Registration registration, ZoneId zone) {
    this.content = content;
    this.registration = registration;
    this.zone = zone;
    this.phrases = Phrases.in(Language.of(content.language()));
    this.pdf = new TaggedPdf(metadata());
    this.footer = new PageFooter(pdf, typefaces, phrases, registration.documentNumber(), "pilot");
    this.flow = new Flow(pdf, typefaces, footer::draw);
  }

  /** The unsigned file. */
  static byte[] draw(DecisionDocument content, Registration registration, ZoneId zone) {
    return new DecisionLayout(content, registration, zone).draw();
  }

  private Metadata metadata() {
    return new Metadata(
        typefaces.printable(title() + " " + registration.documentNumber()),
        typefaces.printable(content.body().name()),
        registration.documentNumber(),
        phrases.language(),
        registration.at().atZone(zone));
  }

  private byte[] draw() {
    header();
    parties();
    if (content.certificate() != null && content.isApproved()) {
      certificate(content.certificate());
    }
    section("facts", content.facts());
    section("norm", content.norm());
    section("decision", content.decision());
    section("cure", content.cure());
    keepTogether(content.appealText());
    section("appeal", content.appealText());
    closing();
    footer.complete();
    return pdf.finish();
  }

  private void header() {
    flow.text("P", Style.BODY_NAME, content.body().name().toUpperCase(locale()));
    flow.space(5);
    flow.rule(1.6f);
    flow.space(2.6f);
    flow.rule(0.5f);
    flow.space(5);
    var date = phrases.date(registration.at().atZone(zone).toLocalDate());
    var middle = (Flow.LEFT + Flow.RIGHT) / 2;
    var line = pdf.element("P");
    var number = "№ " + registration.documentNumber();
    flow.block(line, Style.STRONG_VALUE, number, Flow.LEFT, middle, flow.y());
    var right = Style.VALUE.aligned(Element.ALIGN_RIGHT);
    flow.block(pdf.element("P"), right, date, middle, Flow.RIGHT, flow.y());
    flow.space(34);
    flow.text("H1", Style.TITLE, title().toUpperCase(locale()));
    flow.text("P", Style.SUBTITLE, subtitle());
  }

  private String title() {
    return phrases.get("title." + kind());
  }

  private String subtitle() {
    return content.isService() && content.isApproved()
        ? content.serviceName()
        : phrases.get("title." + kind() + ".about");
  }

  private String kind() {
    if (!content.isService()) {
      return "decision";
    }
    return content.isApproved() ? "certificate" : "refusal";
  }

  private void parties() {
    var table = pdf.element("Table");
    row(table, "applicant", content.applicant().name(), Style.STRONG_VALUE);
    row(table, "request", requestLine(), Style.VALUE);
    row(table, content.isService() ? "service" : "kind", kindLine(), Style.VALUE);
    row(table, "topic", content.isService() ? null : content.topicName(), Style.VALUE);
    row(table, "region", area(), Style.VALUE);
    var outcome = "outcome." + (content.isService() ? "SERVICE." : "APPEAL.") + content.outcome();
    row(table, "outcome", phrases.get(outcome), Style.STRONG_VALUE);
    flow.space(6);
  }

  private String requestLine() {
    var filed = content.filedAt().atZoneSameInstant(zone).toLocalDate();
    return phrases.get("request.value", content.number(), phrases.date(filed));
  }

  private @Nullable String kindLine() {
    if (!content.isService()) {
      return content.subTypeName();
    }
    return content.isApproved() ? null : content.serviceName(); // the certificate's title names it
  }

  private String area() {
    return Stream.of(content.regionName(), content.districtName())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private void certificate(DecisionDocument.Certificate certificate) {
    flow.heading(phrases.get("certificate.facts"));
    flow.space(2);
    var top = flow.y();
    var table = pdf.element("Table");
    row(table, "certificate.cadastre", certificate.cadastreNo(), Style.STRONG_VALUE);
    row(table, "certificate.address", certificate.address(), Style.VALUE);
    row(table, "certificate.zone", zoneLine(certificate.inZone()), Style.STRONG_VALUE);
    row(table, "certificate.plan", certificate.planRef(), Style.VALUE);
    row(table, "certificate.checked", day(certificate.checkedAt()), Style.VALUE);
    flow.bar(top, flow.y());
    flow.space(6);
  }

  private @Nullable String zoneLine(@Nullable Boolean inZone) {
    return inZone == null ? null : phrases.get("certificate.zone." + (inZone ? "in" : "out"));
  }

  private @Nullable String day(@Nullable OffsetDateTime at) {
    return at == null ? null : phrases.date(at.atZoneSameInstant(zone).toLocalDate());
  }

  private void row(PdfStructureElement table, String label, @Nullable String value, Style style) {
    if (value != null && !value.isBlank()) {
      flow.row(table, phrases.get(label), value, style);
    }
  }

  private void section(String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      flow.heading(phrases.get(name));
      flow.text("P", Style.TEXT, text);
    }
  }

  /** The last section goes with the signature, so that no page holds a signature alone. */
  private void keepTogether(@Nullable String last) {
    var text = last == null ? "" : last;
    var height = flow.height(Style.TEXT, text, Flow.WIDTH) + 40 + CLOSING_HEIGHT;
    if (height < (Flow.TOP - Flow.BOTTOM) / 2) {
      flow.keep(height);
    }
  }

  /** Executor, QR code and signature stay together on one page. */
  private void closing() {
    flow.keep(CLOSING_HEIGHT);
    flow.space(14);
    var executor = content.executor();
    flow.text(
        "P", Style.LABEL, phrases.get("executor", executor.displayName(), executor.position()));
    flow.space(10);
    var top = flow.y();
    check(top);
    var places = registration.places();
    signature(places.get(0), Flow.RIGHT - SIGNATURE_WIDTH, top);
    flow.space(CLOSING_HEIGHT - 24);
    for (var i = 1; i < places.size(); i += 2) {
      flow.keep(ROW_HEIGHT);
      signature(places.get(i), Flow.LEFT, flow.y());
      if (i + 1 < places.size()) {
        signature(places.get(i + 1), Flow.RIGHT - SIGNATURE_WIDTH, flow.y());
      }
      flow.space(ROW_HEIGHT);
    }
  }

  private void check(float top) {
    var address = registration.checkAddress();
    var figure = pdf.element("Figure");
    figure.put(
        new PdfName("Alt"),
        new PdfString(phrases.get("check.alt", address), PdfObject.TEXT_UNICODE));
    var box = new PdfRectangle(Flow.LEFT, top - QR_SIDE, Flow.LEFT + QR_SIDE, top);
    var attributes = new PdfDictionary();
    attributes.put(PdfName.O, new PdfName("Layout"));
    attributes.put(PdfName.BBOX, new PdfArray(box.getElements()));
    figure.put(PdfName.A, attributes);
    pdf.begin(figure);
    QrCode.of(address).draw(pdf.canvas(), Flow.LEFT, top - QR_SIDE, QR_SIDE);
    pdf.end();
    var left = Flow.LEFT + QR_SIDE + 10;
    var right = Flow.RIGHT - SIGNATURE_WIDTH - 14;
    var next = block(Style.SMALL_BOLD, phrases.get("check"), left, right, top + 3);
    next = block(Style.SMALL, phrases.get("check.how"), left, right, next);
    block(Style.SMALL, address, Flow.LEFT, right, Math.min(next, top - QR_SIDE) - 2);
  }

  private float block(Style style, String text, float left, float right, float top) {
    return flow.block(pdf.element("P"), style, text, left, right, top);
  }

  private void signature(SignaturePlace signature, float left, float top) {
    var right = left + SIGNATURE_WIDTH;
    var isNamed = !signature.label().isEmpty();
    var label = isNamed ? signature.label() : phrases.get("signature");
    block(Style.SMALL_BOLD, label, left, right, top + 3);
    var place = new Rectangle(left, top - 12 - SIGNATURE_HEIGHT, right, top - 12);
    flow.frame(place);
    var inside =
        new Rectangle(
            place.getLeft() + FRAME,
            place.getBottom() + FRAME,
            place.getRight() - FRAME,
            place.getTop() - FRAME);
    var description =
        isNamed ? phrases.get("signature.place.of", label) : phrases.get("signature.place");
    pdf.signatureField(signature.field(), description, inside);
  }

  private Locale locale() {
    return Locale.forLanguageTag(phrases.language().tag());
  }
}
