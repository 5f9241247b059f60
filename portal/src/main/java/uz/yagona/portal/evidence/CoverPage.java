package uz.yagona.portal.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.signing.PrintedReport;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.Texts;
import uz.yagona.proof.pack.Manifest;

/** The page that lies on top of a pack: what it is, what is in it, how to check it. */
@Component
class CoverPage {
  private static final int LISTED = 500;
  private static final int GROUP = 32;
  private static final int SHORT = 8;

  private static final Map<String, String> INSIDE = inside();

  private final Texts texts;
  private final Names names;
  private final Calendars calendars;

  CoverPage(Texts texts, Names names, Calendars calendars) {
    this.texts = texts;
    this.names = names;
    this.calendars = calendars;
  }

  /**
   * What the cover of a case tells.
   *
   * @param signatures in words
   */
  record Subject(
      CaseFile file,
      CaseEvidence.Order order,
      EvidenceReason reason,
      String reference,
      List<String> signatures) {}

  Function<Packer.Contents, PrintedReport> of(Subject subject, Language language) {
    var request = subject.file().request();
    var number = request.number() == null ? request.requestId().toString() : request.number();
    return contents ->
        new PrintedReport(
            language.tag(),
            texts.of("evidence.cover.title", language),
            "%s · %s".formatted(number, title(request, language)),
            texts.of("layout.brand", language),
            request.number() == null ? number.substring(0, SHORT) : number,
            contents.head().madeAt(),
            facts(subject, contents.head(), language),
            sections(subject, contents, language));
  }

  private String title(Request request, Language language) {
    return request.caseType().equals("SERVICE")
        ? names.service(request.serviceCode()).in(language)
        : names.subType(request.subType()).in(language);
  }

  private List<PrintedReport.Row> facts(Subject subject, Manifest.Head head, Language language) {
    var request = subject.file().request();
    var rows = new ArrayList<PrintedReport.Row>();
    rows.add(row("state", texts.word("state", request.state().name(), language), language));
    rows.add(row("filed", calendars.time(request.filedAt(), language), language));
    var deadline = request.deadline();
    if (deadline != null) {
      rows.add(row("due", calendars.date(deadline.dueDate(), language), language));
    }
    rows.add(row("made", calendars.time(head.madeAt(), language), language));
    rows.add(row("by", subject.order().reader().displayName().in(language), language));
    var reason = texts.of("evidence.reason." + subject.reason(), language);
    rows.add(
        row(
            "reason",
            subject.reference().isEmpty() ? reason : reason + ", № " + subject.reference(),
            language));
    var personal = subject.order().isOpen() ? "shown" : subject.order().withheld();
    rows.add(row("personal", texts.of("evidence.personal." + personal, language), language));
    return rows;
  }

  private PrintedReport.Row row(String key, String value, Language language) {
    return new PrintedReport.Row(texts.of("evidence.fact." + key, language), value);
  }

  private List<PrintedReport.Section> sections(
      Subject subject, Packer.Contents contents, Language language) {
    var sections = new ArrayList<PrintedReport.Section>();
    sections.add(
        new PrintedReport.Section(
            texts.of("evidence.section.inside", language),
            "",
            INSIDE.entrySet().stream()
                .map(
                    part ->
                        new PrintedReport.Row(
                            part.getValue(), texts.of("evidence.part." + part.getKey(), language)))
                .toList()));
    if (!subject.signatures().isEmpty()) {
      sections.add(
          new PrintedReport.Section(
              texts.of("evidence.section.signatures", language),
              String.join("\n", subject.signatures()),
              List.of()));
    }
    sections.add(section("check", language, List.of()));
    sections.add(section("limits", language, List.of()));
    sections.add(section("files", language, rows(contents.files(), language)));
    if (!contents.withheld().isEmpty()) {
      sections.add(section("withheld", language, rows(contents.withheld(), language)));
    }
    return sections;
  }

  private PrintedReport.Section section(
      String key, Language language, List<PrintedReport.Row> rows) {
    return new PrintedReport.Section(
        texts.of("evidence.section." + key, language),
        texts.of("evidence.section." + key + ".text", language),
        rows);
  }

  private static Map<String, String> inside() {
    var inside = new LinkedHashMap<String, String>();
    inside.put("models", "models/");
    inside.put("facts", "case/");
    inside.put("documents", "documents/, attachments/");
    inside.put("signatures", "signatures/");
    inside.put("journal", "journal/");
    inside.put("manifest", "manifest.jsonl, .tsr, .p7s");
    return inside;
  }

  private List<PrintedReport.Row> rows(List<Manifest.Listed> files, Language language) {
    return files.stream()
        .limit(LISTED)
        .map(
            file ->
                new PrintedReport.Row(
                    file.name(),
                    "%s · SHA-256 %s %s"
                        .formatted(
                            calendars.size(file.size(), language),
                            file.sha256().substring(0, GROUP),
                            file.sha256().substring(GROUP))))
        .toList();
  }
}
