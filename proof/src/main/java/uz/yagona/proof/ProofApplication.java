package uz.yagona.proof;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import uz.yagona.proof.pack.PackCheck;
import uz.yagona.proof.pack.PackReport;

/** Checks a journal or an evidence pack on the command line, without a network. */
public final class ProofApplication {
  private static final int BROKEN = 1;
  private static final int MISUSED = 2;
  private static final String USAGE =
      "Usage: journal FILE or evidence FILE [--trust CERTIFICATE]..."
          + " (exit 0 intact, 1 not, 2 cannot be read)";

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final PrintStream out;

  ProofApplication(PrintStream out) {
    this.out = out;
  }

  /** Ends with 0 when all fits, 1 when not, 2 when it cannot be told. */
  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(new ProofApplication(out).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    if (arguments.size() < 2 || !List.of("journal", "evidence").contains(arguments.get(0))) {
      out.println(USAGE);
      return MISUSED;
    }
    try {
      var anchors = anchors(arguments.subList(2, arguments.size()));
      var file = Path.of(arguments.get(1));
      return arguments.get(0).equals("journal") ? journal(file, anchors) : pack(file, anchors);
    } catch (NoSuchFileException e) {
      out.println("Expected the file %s, but there is none".formatted(e.getFile()));
      return MISUSED;
    } catch (IOException
        | UncheckedIOException
        | CertificateException
        | IllegalArgumentException e) {
      out.println("Expected files that can be read, but " + e);
      return MISUSED;
    }
  }

  private int pack(Path file, List<X509Certificate> anchors) throws IOException {
    if (!Files.isReadable(file)) {
      throw new NoSuchFileException(file.toString());
    }
    var check = PackCheck.of(file, anchors);
    PackReport.lines(check, !anchors.isEmpty()).forEach(this::say);
    return check.isIntact() ? 0 : BROKEN;
  }

  private int journal(Path file, List<X509Certificate> anchors) throws IOException {
    JournalCheck check;
    try (var lines = Files.lines(file)) {
      check = JournalCheck.of(JournalLines.read(lines), anchors);
    }
    out.printf("entries: %d%n", check.entries());
    check.findings().forEach(this::print);
    if (check.stampedAt() == null) {
      out.println("timestamps: none, so a chain written anew as a whole would not be seen");
    } else {
      out.printf(
          check.isIntact()
              ? "timestamps: entries 1 to %d existed at %s%n"
              : "timestamps: entries 1 to %d as they once were existed at %s%n",
          check.stampedSeq(),
          check.stampedAt());
      check.authorities().forEach(authority -> say("  by " + authority));
      if (anchors.isEmpty()) {
        out.println("  compare this root with the published one, or name it with --trust");
      }
      out.printf(
          "not yet timestamped: %d entries%n", Math.max(0, check.entries() - check.stampedSeq()));
    }
    out.println(check.isIntact() ? "INTACT" : "NOT INTACT");
    return check.isIntact() ? 0 : BROKEN;
  }

  private void print(Finding finding) {
    var where =
        finding.fromSeq() == finding.toSeq()
            ? "entry " + finding.fromSeq()
            : "entries %d to %d".formatted(finding.fromSeq(), finding.toSeq());
    say("%s %s: %s".formatted(finding.kind(), where, finding.what()));
  }

  /** Names come from the file under check: one with a line end could write a verdict of its own. */
  private void say(String line) {
    out.println(UNPRINTABLE.matcher(line).replaceAll("\uFFFD"));
  }

  private static List<X509Certificate> anchors(List<String> options)
      throws IOException, CertificateException {
    var anchors = new ArrayList<X509Certificate>();
    for (var i = 0; i < options.size(); i += 2) {
      if (!options.get(i).equals("--trust") || i + 1 == options.size()) {
        throw new IllegalArgumentException(USAGE);
      }
      try (var in = new FileInputStream(options.get(i + 1))) {
        anchors.add(
            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
    }
    return anchors;
  }
}
