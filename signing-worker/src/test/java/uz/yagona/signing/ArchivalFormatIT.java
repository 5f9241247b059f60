package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF/A-2a and PDF/UA-1 as veraPDF judges them, before and after signing. */
class ArchivalFormatIT {
  private static final Path VERAPDF = Path.of("target", "verapdf").toAbsolutePath();
  private static final Path SOURCE = Path.of("src/test/verapdf/Validate.java").toAbsolutePath();
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @Test
  void shouldBeArchivableAndAccessibleBeforeAndAfterSigning() throws IOException {
    assumeThat(VERAPDF).as("veraPDF is copied by the build; run mvn verify").isDirectory();
    server.awaitReady();
    for (var language : Language.values()) {
      write(language.tag() + ".pdf", server.content(server.draft(language.tag()), "draft"));
    }
    write(
        "report.pdf",
        server.post("/signing/reports", "application/json", ReportIT.body("ru", 90)).body());
    for (var level : new String[] {"B-T", "B-LT", "B-LTA"}) {
      write(level + ".pdf", server.signed(level));
    }

    var verdicts =
        Tool.run(
                directory,
                "java",
                "-cp",
                VERAPDF + "/*",
                SOURCE.toString(),
                "2a,ua1",
                "uz-Latn.pdf",
                "uz-Cyrl.pdf",
                "ru.pdf",
                "en.pdf",
                "B-T.pdf",
                "B-LT.pdf",
                "B-LTA.pdf",
                "report.pdf")
            .text();

    assertThat(verdicts).doesNotContain("broken");
    assertThat(verdicts.lines().filter(line -> line.endsWith(" compliant"))).hasSize(16);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }
}
