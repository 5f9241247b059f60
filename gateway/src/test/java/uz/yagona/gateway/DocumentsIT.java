package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.DocumentReferenceResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.gateway.document.DocumentExpiry;

/** Documents: kept, read, linked, expired and refused. */
class DocumentsIT {
  private static final int LIMIT = 1_000_000;
  private static GatewayFixture fixture;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    fixture = GatewayFixture.start(Map.of("yagona.gateway.max-document-size", LIMIT + "B"));
    client = fixture.rest();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @AfterEach
  void resetClock() {
    fixture.resetClock();
  }

  private static DocumentReferenceResponse create(String name, byte[] content) {
    return client.newCreateDocumentCommand().content(content).fileName(name).send().join();
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(DocumentReferenceResponse reference) throws IOException {
    try (InputStream content = client.newDocumentContentGetRequest(reference).send().join()) {
      return content.readAllBytes();
    }
  }

  private static long rows(String table) {
    return JdbcClient.create(fixture.dataSource())
        .sql("select count(*) from gateway." + table)
        .query(Long.class)
        .single();
  }

  private static void assertProblem(int status, String detail, ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(status);
              assertThat(problem.details().getDetail()).contains(detail);
            });
  }

  @Test
  void shouldKeepContentHashAndMetadata() throws Exception {
    var content = "Oʻzbekiston".getBytes(StandardCharsets.UTF_8);

    var created =
        client
            .newCreateDocumentCommand()
            .content(content)
            .fileName("ariza №1.txt")
            .contentType("text/plain")
            .processDefinitionId("review")
            .processInstanceKey(17)
            .customMetadata(Map.of("kind", "request", "pages", 2))
            .send()
            .join();

    var hash = MessageDigest.getInstance("SHA-256").digest(content);
    assertThat(created.getContentHash()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(created.getStoreId()).isEqualTo("default");
    var metadata = created.getMetadata();
    assertThat(metadata.getFileName()).isEqualTo("ariza №1.txt");
    assertThat(metadata.getContentType()).isEqualTo("text/plain");
    assertThat(metadata.getSize()).isEqualTo(content.length);
    assertThat(metadata.getProcessDefinitionId()).isEqualTo("review");
    assertThat(metadata.getProcessInstanceKey()).isEqualTo(17);
    assertThat(metadata.getCustomProperties()).containsEntry("kind", "request");
    assertThat(metadata.getExpiresAt()).isNull();
    assertThat(read(created)).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256 * 1024, 256 * 1024 + 1, LIMIT})
  void shouldGiveBackEveryByteAcrossPieces(int length) throws IOException {
    assertThat(read(create("bytes.bin", bytes(length)))).isEqualTo(bytes(length));
  }

  @Test
  void shouldGiveBackJsonAsItWas() throws IOException {
    var json = "{\"a\": 1}".getBytes(StandardCharsets.UTF_8);
    var created =
        client
            .newCreateDocumentCommand()
            .content(json)
            .fileName("a.json")
            .contentType("application/json")
            .send()
            .join();
    assertThat(read(created)).isEqualTo(json);
  }

  @Test
  void shouldRefuseLongDocumentsWithoutKeepingAPiece() {
    var before = rows("document_part");
    assertProblem(
        413,
        "Expected a document of at most 1000000 bytes, but it is longer",
        () -> create("long.bin", bytes(LIMIT + 1)));
    assertThat(rows("document_part")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "C:\\boot.ini", "a\u202Egpj.exe", ".."})
  void shouldRefuseHostileFileNames(String name) {
    assertProblem(400, "Expected a file name", () -> create(name, bytes(3)));
  }

  @Test
  void shouldRefuseASecondDocumentWithTheSameId() {
    var id = "only-once";
    client.newCreateDocumentCommand().content("1").fileName("a").documentId(id).send().join();
    assertProblem(
        409,
        "Expected to create document 'only-once', but there is one with this id",
        () ->
            client
                .newCreateDocumentCommand()
                .content("2")
                .fileName("a")
                .documentId(id)
                .send()
                .join());
  }

  @Test
  void shouldRefuseForeignStoresIdsAndPastExpiry() {
    assertProblem(
        400,
        "Expected document store 'default'",
        () ->
            client
                .newCreateDocumentCommand()
                .content("1")
                .fileName("a")
                .storeId("s3")
                .send()
                .join());
    assertProblem(
        400,
        "Expected 'documentId' of 1 to 200 letters",
        () ->
            client
                .newCreateDocumentCommand()
                .content("1")
                .fileName("a")
                .documentId("a b/c")
                .send()
                .join());
    assertProblem(
        400,
        "in the future",
        () ->
            client
                .newCreateDocumentCommand()
                .content("1")
                .fileName("a")
                .timeToLive(Duration.ofDays(-1))
                .send()
                .join());
  }

  @Test
  void shouldGiveContentOnlyToWhoKnowsTheHash() {
    var id = create("secret.txt", bytes(9)).getDocumentId();
    assertProblem(
        400, "but it is missing", () -> client.newDocumentContentGetRequest(id).send().join());
    assertProblem(
        400,
        "but got another",
        () -> client.newDocumentContentGetRequest(id).contentHash("00").send().join());
    assertProblem(
        404,
        "Expected to find a document with id 'none'",
        () -> client.newDocumentContentGetRequest("none").contentHash("00").send().join());
  }

  @Test
  void shouldDeleteADocumentWithItsContent() {
    var created = create("gone.txt", bytes(9));
    client.newDeleteDocumentCommand(created).send().join();
    assertProblem(404, "there is none", () -> read(created));
    assertProblem(
        404, "there is none", () -> client.newDeleteDocumentCommand(created).send().join());
  }

  @Test
  void shouldRemoveExpiredDocuments() {
    var expiring =
        client
            .newCreateDocumentCommand()
            .content(bytes(5))
            .fileName("short.txt")
            .timeToLive(Duration.ofHours(1))
            .send()
            .join();
    var before = rows("document");

    fixture.advance(Duration.ofHours(2));

    assertProblem(404, "there is none", () -> read(expiring));
    fixture.bean(DocumentExpiry.class).removeExpired();
    assertThat(rows("document")).isLessThan(before);
  }

  @Test
  void shouldKeepTheGoodOnesOfABatch() {
    var answer =
        client
            .newCreateDocumentBatchCommand()
            .addDocument()
            .content("one")
            .fileName("1.txt")
            .done()
            .addDocument()
            .content("two")
            .fileName("../2.txt")
            .done()
            .addDocument()
            .content("three")
            .fileName("3.txt")
            .done()
            .send()
            .join();

    assertThat(answer.isSuccessful()).isFalse();
    assertThat(answer.getCreatedDocuments())
        .extracting(created -> created.getMetadata().getFileName())
        .containsExactly("1.txt", "3.txt");
    assertThat(answer.getFailedDocuments())
        .singleElement()
        .satisfies(failed -> assertThat(failed.getDetail()).contains("Expected a file name"));
  }

  @Test
  void shouldOpenALinkWithoutSignInUntilItExpires() throws Exception {
    var created =
        client
            .newCreateDocumentCommand()
            .content("<script>alert(1)</script>")
            .fileName("Oʻ.html")
            .contentType("text/html")
            .send()
            .join();
    var link = client.newCreateDocumentLinkCommand(created).timeToLive(Duration.ofMinutes(5));
    var url = link.send().join().getUrl();

    var answer = fetch(url);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<script>alert(1)</script>");
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(fetch(url.substring(0, url.length() - 1) + "_").statusCode()).isEqualTo(404);

    fixture.advance(Duration.ofMinutes(6));
    assertThat(fetch(url).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldLimitTheLifeOfLinksAndAskForTheHash() {
    var created = create("a.txt", bytes(3));
    assertProblem(
        400,
        "Expected 'timeToLive' of at most",
        () ->
            client
                .newCreateDocumentLinkCommand(created)
                .timeToLive(Duration.ofDays(8))
                .send()
                .join());
    assertProblem(
        400,
        "but it is missing",
        () -> client.newCreateDocumentLinkCommand(created.getDocumentId()).send().join());
  }

  @Test
  void shouldAskForAFile() {
    var boundary = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--\r\n";
    var answer = fixture.http().post("/v2/documents", boundary, "multipart/form-data; boundary=x");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).isEqualTo("Expected the part 'file', but it is missing");
    assertThat(fixture.http().post("/v2/documents", "{}").status()).isEqualTo(415);
  }

  private static HttpResponse<String> fetch(String url) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
