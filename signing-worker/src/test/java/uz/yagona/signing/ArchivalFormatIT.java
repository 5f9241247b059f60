package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    write("two.pdf", signedByTwo());

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
                "two.pdf",
                "report.pdf")
            .text();

    assertThat(verdicts).doesNotContain("broken");
    assertThat(verdicts.lines().filter(line -> line.endsWith(" compliant"))).hasSize(18);
  }

  @Test
  void shouldConvinceOtherToolsAfterTwoSignatures() throws IOException {
    server.awaitReady();
    var signed = signedByTwo();
    write("two.pdf", signed);

    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
    assertThat(Tool.run(directory, "qpdf", "--check", "two.pdf").text())
        .contains("No syntax or stream encoding errors found");
    assertThat(
            Tool.run(directory, "pdfsig", "-nocert", "two.pdf")
                .text()
                .split("Signature is Valid", -1))
        .hasSize(3);
  }

  private byte[] signedByTwo() {
    server.platform().employ("member-a", "Botir Aliyev", "bosh mutaxassis");
    var draft =
        server.draft(
            "uz-Latn",
            UUID.randomUUID().toString(),
            Map.of(
                "signers",
                List.of(
                    Map.of("userName", "member-a", "role", "MEMBER"),
                    Map.of("userName", "head", "role", "CHAIR")),
                "signaturePolicy",
                Map.of("order", "SEQUENTIAL", "level", "B-LTA")));
    for (var signer : List.of("member-a", "head")) {
      var variables = draft.variables();
      variables.put("signer", signer);
      var job = server.job(Map.of(), variables);
      server.platform().complete(job.processInstanceKey(), signer);
      server.handle("pdf-sign", job);
    }
    return server.content(draft, "signed");
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(directory.resolve(name), content);
  }
}
