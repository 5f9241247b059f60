package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIT {
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @Test
  void shouldPrintEveryRowOverManyPages() throws Exception {
    var answer = server.post("/signing/reports", "application/json", body("ru", 120));

    assertThat(answer.statusCode()).isEqualTo(200);
    Files.write(directory.resolve("report.pdf"), answer.body());
    var text = Tool.run(directory, "pdftotext", "-layout", "report.pdf", "-").text();
    assertThat(text).contains("Доказательства", "oʻ gʻ", "documents/120.pdf");
  }

  @Test
  void shouldSayWhatIsMissing() {
    var answer =
        server.post("/signing/reports", "application/json", "{}".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(server.post("/signing/reports", "application/json", body("en", 2500)).statusCode())
        .isEqualTo(422);
    assertThat(server.post("/signing/reports", "application/json", body("de", 1)).statusCode())
        .isEqualTo(422);
  }

  /** A report with this many files. */
  static byte[] body(String language, int files) {
    var row =
        """
        {"label": "documents/%d.pdf", "value": "12 kB · SHA-256 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}""";
    var rows = new StringBuilder();
    for (var number = 1; number <= files; number++) {
      rows.append(number == 1 ? "" : ",").append(row.formatted(number));
    }
    rows.append(files == 0 ? "" : ",")
        .append(
            """
            {"label": "attachments/0f6a7c1e-long-name-of-a-file.pdf", "value": "1"}""");
    return """
        {"language": "%s", "title": "Доказательства", "subtitle": "UZ-MRJ-2026-000001 · oʻ gʻ", "author": "Yagona",
         "identifier": "UZ-MRJ-2026-000001", "madeAt": "2026-11-25T05:00:00Z",
         "facts": [{"label": "Состояние", "value": "Отправлено"}],
         "sections": [{"heading": "Файлы", "text": "%s", "rows": [%s]}]}
        """
        .formatted(language, String.join(" ", Collections.nCopies(90, "слово")), rows)
        .getBytes(StandardCharsets.UTF_8);
  }
}
