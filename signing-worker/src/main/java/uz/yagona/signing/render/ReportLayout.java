package uz.yagona.signing.render;

import java.time.ZoneId;
import java.util.List;
import uz.yagona.signing.Language;
import uz.yagona.signing.Phrases;

/** Draws a {@link Report}: title, facts, and sections of text and rows, as PDF/A-2a. */
final class ReportLayout {
  private static final int LONG_LABEL = 28;

  private final Report report;
  private final Typefaces typefaces = Typefaces.shared();
  private final TaggedPdf pdf;
  private final PageFooter footer;
  private final Flow flow;

  private ReportLayout(Report report, ZoneId zone) {
    this.report = report;
    var phrases = Phrases.in(Language.of(report.language()));
    this.pdf =
        new TaggedPdf(
            new Metadata(
                typefaces.printable(report.title() + " " + report.identifier()),
                typefaces.printable(report.author()),
                report.identifier(),
                phrases.language(),
                report.madeAt().atZone(zone)));
    this.footer = new PageFooter(pdf, typefaces, phrases, report.identifier(), "pilot.report");
    this.flow = new Flow(pdf, typefaces, footer::draw);
  }

  static byte[] draw(Report report, ZoneId zone) {
    return new ReportLayout(report, zone).draw();
  }

  private byte[] draw() {
    flow.text("P", Style.BODY_NAME, report.author());
    flow.space(5);
    flow.rule(1.6f);
    flow.space(2.6f);
    flow.rule(0.5f);
    flow.space(10);
    flow.text("H1", Style.TITLE, report.title());
    flow.text("P", Style.SUBTITLE, report.subtitle());
    rows(report.facts(), Style.VALUE);
    for (var section : report.sections()) {
      flow.heading(section.heading());
      flow.text("P", Style.PLAIN, section.text());
      rows(section.rows(), Style.SMALL);
    }
    footer.complete();
    return pdf.finish();
  }

  private void rows(List<Report.Row> rows, Style style) {
    if (rows.isEmpty()) {
      return;
    }
    if (rows.stream().anyMatch(row -> row.label().length() > LONG_LABEL)) {
      rows.forEach(row -> below(row, style));
    } else {
      var table = pdf.element("Table");
      rows.forEach(row -> flow.row(table, row.label(), row.value(), style));
    }
    flow.space(6);
  }

  /** For labels that have no room beside their values, as paths of files. */
  private void below(Report.Row row, Style style) {
    flow.keep(3 * style.leading());
    flow.text("P", Style.SMALL_BOLD, row.label());
    flow.text("P", style, row.value());
    flow.space(3);
  }
}
