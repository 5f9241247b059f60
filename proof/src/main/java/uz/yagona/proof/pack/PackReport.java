package uz.yagona.proof.pack;

import java.util.ArrayList;
import java.util.List;
import uz.yagona.proof.JournalExcerpt;
import uz.yagona.proof.PdfSignature;

/** The result of a check in words: what is proven, what is not, what does not fit. */
public final class PackReport {
  private PackReport() {}

  /**
   * Lines for a terminal, the last one is {@code INTACT} or {@code NOT INTACT}.
   *
   * @param isRootNamed whether the caller named the roots that are trusted
   */
  public static List<String> lines(PackCheck check, boolean isRootNamed) {
    var lines = new ArrayList<String>();
    head(check, lines);
    check
        .findings()
        .forEach(one -> lines.add("%s %s: %s".formatted(one.kind(), one.name(), one.what())));
    lines.add("Proven by this check, without a network:");
    proven(check, lines);
    lines.add("Not proven by it:");
    notProven(check, isRootNamed, lines);
    lines.add(check.isIntact() ? "INTACT" : "NOT INTACT");
    return lines;
  }

  private static void head(PackCheck check, List<String> lines) {
    var manifest = check.manifest();
    if (manifest == null) {
      return;
    }
    var head = manifest.head();
    lines.add("pack: %s of %s".formatted(head.kind(), head.object()));
    lines.add("made: %s by %s, purpose %s".formatted(head.madeAt(), head.by(), head.purpose()));
    lines.add("files: %d".formatted(manifest.files().size()));
    manifest
        .withheld()
        .forEach(
            one ->
                lines.add(
                    "withheld: %s (%s), SHA-256 %s"
                        .formatted(one.name(), one.why(), one.sha256())));
  }

  private static void proven(PackCheck check, List<String> lines) {
    var stamp = check.stamp();
    if (stamp != null) {
      lines.add("  the manifest existed at %s, by %s".formatted(stamp.time(), stamp.authority()));
      if (check.isIntact()) {
        lines.add("  every file is the one whose SHA-256 the manifest lists; none was added");
      }
    }
    var seal = check.seal();
    if (seal != null) {
      lines.add(
          "  the manifest was sealed, timestamped %s, by %s"
              .formatted(seal.stampedAt(), seal.certificate()));
    }
    var journal = check.journal();
    if (journal != null) {
      journal(journal, lines);
    }
    check
        .documents()
        .forEach(
            (name, signatures) -> {
              if (signatures.isEmpty()) {
                lines.add("  %s holds no signature".formatted(name));
              }
              signatures.forEach(one -> lines.add("  " + signature(name, one)));
            });
  }

  private static void journal(JournalExcerpt journal, List<String> lines) {
    lines.add(
        "  journal: %d entries, %d findings; timestamped until %s"
            .formatted(
                journal.entries(),
                journal.findings().size(),
                journal.stampedAt() == null ? "never" : journal.stampedAt()));
    journal.authorities().forEach(authority -> lines.add("    by " + authority));
  }

  private static String signature(String name, PdfSignature one) {
    var what = one.isDocumentTimestamp() ? "timestamp" : "signature";
    var covered =
        one.uncovered() == 0
            ? "the whole file"
            : "all but the last %d bytes, which were added later".formatted(one.uncovered());
    var time = one.stampedAt() == null ? "no timestamp" : "timestamped " + one.stampedAt();
    return "%s: a %s covers %s, %s, by %s".formatted(name, what, covered, time, one.certificate());
  }

  private static void notProven(PackCheck check, boolean isRootNamed, List<String> lines) {
    if (!isRootNamed) {
      lines.add(
          "  that the roots above are the right ones: compare their SHA-256 with the published"
              + " ones, or name them with --trust");
    }
    if (check.seal() == null) {
      lines.add(
          "  who made the pack: it has no valid seal, and anyone may have a manifest timestamped");
    }
    lines.add(
        "  that no certificate was revoked, and what bytes added behind a signature show: see the"
            + " ETSI validation reports in the pack, which the installation made");
    if (check.journal() != null) {
      lines.add(
          "  that the journal holds no further entries of this object: that takes the whole"
              + " journal (verify-journal)");
    }
    lines.add("  that what the files say is true; the pack shows what was on record");
  }
}
