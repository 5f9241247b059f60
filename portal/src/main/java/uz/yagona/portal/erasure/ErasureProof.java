package uz.yagona.portal.erasure;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import uz.yagona.forms.Language;
import uz.yagona.portal.evidence.Ingredient;
import uz.yagona.portal.evidence.Packer;
import uz.yagona.portal.journal.JournalProof;
import uz.yagona.portal.signing.PrintedReport;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.Texts;
import uz.yagona.proof.pack.Manifest;

/** The proof that a person's key was destroyed; holds nothing about the person. */
@Service
class ErasureProof {
  private static final int SHORT = 8;

  private final JournalProof proof;
  private final Packer packer;
  private final Texts texts;
  private final Calendars calendars;
  private final Clock clock = Clock.systemUTC();

  ErasureProof(JournalProof proof, Packer packer, Texts texts, Calendars calendars) {
    this.proof = proof;
    this.packer = packer;
    this.texts = texts;
    this.calendars = calendars;
  }

  /** A pack with a page to read and the journal's entries about the erasure. */
  Packer.Ready prepare(Erasure erasure, Language language) {
    var entries = proof.excerpt(List.of(erasure.journalObject()));
    var head =
        new Manifest.Head(
            "erasure", erasure.journalObject(), clock.instant(), "portal", erasure.ground().name());
    var filling = Packer.Filling.of(List.of(Ingredient.text(Manifest.JOURNAL, entries)));
    return (OutputStream out) -> write(out, head, filling, erasure, language);
  }

  private void write(
      OutputStream out,
      Manifest.Head head,
      Packer.Filling filling,
      Erasure erasure,
      Language language)
      throws IOException {
    packer.write(out, head, filling, contents -> cover(erasure, head, language));
  }

  private PrintedReport cover(Erasure erasure, Manifest.Head head, Language language) {
    var facts = new ArrayList<PrintedReport.Row>();
    facts.add(row("asked", calendars.time(erasure.askedAt(), language), language));
    facts.add(row("ground", texts.of("erasure.ground." + erasure.ground(), language), language));
    var doneAt = erasure.secondAt();
    if (doneAt != null) {
      facts.add(row("done", calendars.time(doneAt, language), language));
    }
    var lost = erasure.lost();
    if (lost != null) {
      facts.add(row("values", calendars.number(lost.values(), language), language));
      facts.add(row("files", calendars.number(lost.files(), language), language));
      facts.add(row("documents", calendars.number(lost.documents(), language), language));
    }
    return new PrintedReport(
        language.tag(),
        texts.of("erasure.proof.title", language),
        erasure.erasureId().toString(),
        texts.of("layout.brand", language),
        erasure.erasureId().toString().substring(0, SHORT),
        head.madeAt(),
        facts,
        List.of(section("how", language), section("check", language), section("limits", language)));
  }

  private PrintedReport.Row row(String key, String value, Language language) {
    return new PrintedReport.Row(texts.of("erasure.fact." + key, language), value);
  }

  private PrintedReport.Section section(String key, Language language) {
    return new PrintedReport.Section(
        texts.of("erasure.proof." + key, language),
        texts.of("erasure.proof." + key + ".text", language),
        List.of());
  }
}
