package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.yagona.client.JobException;
import uz.yagona.signing.document.Sha256;
import uz.yagona.signing.render.TestDocuments;

class PdfRenderIT {
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @Test
  void shouldGiveTheSameDocumentWhenTheJobRunsAgain() {
    var requestId = UUID.randomUUID().toString();
    server.platform().decide(requestId, TestDocuments.appeal("ru"));
    var job = server.job(Map.of("template", "D-28"), Map.of("requestId", requestId));

    var first = server.handle("pdf-render", job);
    var second = server.handle("pdf-render", job);

    assertThat(second).isEqualTo(first);
    var calls = server.platform().calls("PUT", "/internal/requests/" + requestId + "/document");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).body().path("documentNumber").asString())
        .isEqualTo(first.get("documentNumber"));
    assertThat(calls.get(0).body().path("signed").asBoolean()).isFalse();
  }

  @Test
  void shouldTakeTheKindOfDocumentFromTheProcessWhenTheModelLeavesItOpen() {
    var requestId = UUID.randomUUID().toString();
    server.platform().decide(requestId, TestDocuments.appeal("ru"));

    var output =
        server.handle(
            "pdf-render", server.job(Map.of(), Map.of("requestId", requestId, "docType", "D-28")));

    var document = server.json("/signing/documents/" + output.get("documentId"));
    assertThat(document.path("template").asString()).isEqualTo("D-28");
    assertThatThrownBy(
            () ->
                server.handle(
                    "pdf-render",
                    server.job(Map.of(), Map.of("requestId", requestId, "docType", "D-99"))))
        .isInstanceOf(JobException.class)
        .hasMessage("Expected template D-28, but it is 'D-99'");
  }

  @Test
  void shouldNumberDocumentsWithoutGaps() {
    var first = server.draft("en");
    assertThatThrownBy(
            () ->
                server.handle(
                    "pdf-render",
                    server.job(Map.of("template", "D-28"), Map.of("requestId", "unknown"))))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("but the portal answered 404");
    var second = server.draft("en");

    assertThat(first.number()).matches("UZ-DOC-\\d{4}-\\d{6}");
    assertThat(serial(second)).isEqualTo(serial(first) + 1);
  }

  @Test
  void shouldLetALaterDraftTakeThePlaceOfTheFirst() {
    var requestId = UUID.randomUUID().toString();
    var first = server.draft("uz-Latn", requestId);
    var second = server.draft("uz-Latn", requestId);

    var old = server.json("/signing/documents/" + first.documentId());

    assertThat(old.path("state").asString()).isEqualTo("SUPERSEDED");
    assertThat(old.path("supersededBy").asString()).isEqualTo(second.documentId().toString());
  }

  @Test
  void shouldServeTheFileUnderItsDigest() {
    var draft = server.draft("uz-Latn");

    var response =
        server.get("/signing/documents/" + draft.documentId() + "/content?version=draft");

    assertThat(response.headers().firstValue("ETag")).contains('"' + draft.digest() + '"');
    assertThat(Sha256.of(response.body())).isEqualTo(draft.digest());
    assertThat(server.json("/signing/documents?sha256=" + draft.digest()).path("documentNumber"))
        .hasToString('"' + draft.number() + '"');
    assertThat(
            server
                .get("/signing/documents/" + draft.documentId() + "/content?version=signed")
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "uz-Latn, Oʻktamov Gʻayrat Shuhrat oʻgʻli, Aniqlangan holatlar",
    "uz-Cyrl, Ўктамов Ғайрат Шуҳрат ўғли, Аниқланган ҳолатлар",
    "ru, Уктамов Гайрат Шухратович, Установленные обстоятельства",
    "en, Gʻayrat Oʻktamov, Facts established"
  })
  void shouldPrintSelectableTextInEachLanguage(String language, String name, String heading)
      throws IOException {
    var draft = server.draft(language);
    Files.write(directory.resolve("draft.pdf"), server.content(draft, "draft"));

    var text = Tool.run(directory, "pdftotext", "-raw", "draft.pdf", "-").text();
    var properties = Tool.run(directory, "pdfinfo", "draft.pdf").text();

    assertThat(text).contains(name, heading, draft.number(), "1 / 1");
    assertThat(text.replaceAll("\\s", "")).contains("/v/" + draft.documentId());
    assertThat(properties).containsPattern("Tagged: +yes").contains(draft.number());
  }

  private static int serial(SigningServer.Draft draft) {
    return Integer.parseInt(draft.number().substring(draft.number().lastIndexOf('-') + 1));
  }
}
