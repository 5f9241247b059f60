package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.client.JobException;
import uz.yagona.signing.document.Sha256;

class FilesInABucketIT {
  private static BucketServer bucket;
  private static SigningServer server;

  @BeforeAll
  static void start() {
    bucket = BucketServer.start();
    server = SigningServer.start(bucket.properties("--yagona.signing.storage.max-size=1MB"));
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    bucket.close();
  }

  @Test
  void shouldKeepEveryFileUnderItsDigestAndNoBytesInTheDatabase() {
    var draft = server.draft("uz-Latn");

    var signed = server.sign(draft, "B-T");

    assertThat(bucket.has(draft.digest())).isTrue();
    assertThat(bucket.has(Sha256.of(signed))).isTrue();
    assertThat(inRows()).isZero();
    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
  }

  @Test
  void shouldNameBothDigestsWhenAnObjectWasChanged() {
    var draft = server.draft("uz-Latn");
    var other = "another file".getBytes(StandardCharsets.UTF_8);
    bucket.put(draft.digest(), other);

    var failure =
        catchThrowableOfType(
            JobException.class, () -> server.handle("pdf-sign", server.signJob(draft, "B-T")));

    assertThat(failure)
        .hasMessage(
            "Expected file %s in the store of documents, but its bytes have digest %s"
                .formatted(draft.digest(), Sha256.of(other)));
    assertThat(failure.isRetryable()).isFalse();
    var shown = server.get("/signing/documents/" + draft.documentId() + "/content?version=draft");
    assertThat(shown.statusCode()).isEqualTo(409);
    assertThat(new String(shown.body(), StandardCharsets.UTF_8))
        .contains(draft.digest(), Sha256.of(other));
  }

  @Test
  void shouldReadNoObjectThatIsLargerThanTheLimit() {
    var draft = server.draft("uz-Latn");
    bucket.put(draft.digest(), new byte[1024 * 1024 + 1]);

    var failure =
        catchThrowableOfType(
            JobException.class, () -> server.handle("pdf-sign", server.signJob(draft, "B-T")));

    assertThat(failure)
        .hasMessage(
            "Expected file %s in the store of documents to have at most %s, but it is larger"
                .formatted(draft.digest(), "1048576B"));
  }

  @Test
  void shouldTryAgainAfterAnOutageAndSignOnce() {
    var draft = server.draft("uz-Latn");
    var job = server.signJob(draft, "B-T");
    var path = "/signing/documents/" + draft.documentId();

    bucket.down();
    JobException failure;
    int status;
    try {
      failure = catchThrowableOfType(JobException.class, () -> server.handle("pdf-sign", job));
      status = server.get(path + "/content?version=draft").statusCode();
    } finally {
      bucket.up();
    }

    assertThat(failure).hasMessageContaining("bucket hujjatlar, to do its work, but it failed");
    assertThat(failure.isRetryable()).isTrue();
    assertThat(status).isEqualTo(503);
    assertThat(server.json(path).path("signatures")).isEmpty();
    server.handle("pdf-sign", job);
    server.handle("pdf-sign", job);
    assertThat(server.json(path).path("signatures")).hasSize(1);
  }

  @Test
  void shouldRemoveOnlyObjectsWithoutARow() {
    var draft = server.draft("uz-Latn");
    var orphan = "left by interrupted work".getBytes(StandardCharsets.UTF_8);
    bucket.put(Sha256.of(orphan), orphan);
    bucket.put("readme.txt", orphan);
    var before = bucket.count();

    var removed = removeOrphans();

    assertThat(removed).isEqualTo("{\"objects\":1}");
    assertThat(bucket.has(Sha256.of(orphan))).isFalse();
    assertThat(bucket.has("readme.txt")).as("no file of ours").isTrue();
    assertThat(bucket.has(draft.digest())).isTrue();
    assertThat(bucket.count()).isEqualTo(before - 1);
    assertThat(removeOrphans()).isEqualTo("{\"objects\":0}");
  }

  @Test
  void shouldLeaveAnOrphanAndNoRowWhenTheWorkFailsAfterTheFile() {
    jdbc()
        .sql("alter table signing.document add constraint nothing_new check (false) not valid")
        .update();
    var before = bucket.count();
    try {
      assertThatThrownBy(() -> server.draft("uz-Latn")).hasMessageContaining("nothing_new");
    } finally {
      jdbc().sql("alter table signing.document drop constraint nothing_new").update();
    }

    assertThat(bucket.count()).isEqualTo(before + 1);
    assertThat(removeOrphans()).isEqualTo("{\"objects\":1}");
  }

  @Test
  void shouldDestroyTheObjectsOfAnErasedPerson() {
    var draft = server.draft("uz-Latn");
    var signed = server.sign(draft, "B-T");
    var request =
        server.authorized("/signing/requests/%s/files".formatted(draft.requestId())).DELETE();

    bucket.down();
    int status;
    try {
      status = SigningServer.send(request.build()).statusCode();
    } finally {
      bucket.up();
    }
    assertThat(status).as("not called done while the store is away").isEqualTo(503);
    assertThat(SigningServer.send(request.build()).statusCode()).isEqualTo(200);

    assertThat(bucket.has(draft.digest())).isFalse();
    assertThat(bucket.has(Sha256.of(signed))).isFalse();
    assertThat(
            server
                .get("/signing/documents/%s/content?version=signed".formatted(draft.documentId()))
                .statusCode())
        .isEqualTo(404);
    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
  }

  @Test
  void shouldReadAndSignWhatTheDatabaseKeptBefore() {
    var draft = server.draft("uz-Latn");
    var content = server.content(draft, "draft");
    jdbc()
        .sql(
            """
            update signing.document_content set location = 'DATABASE', content = :content
            where sha256 = :sha256
            """)
        .params(Map.of("content", content, "sha256", draft.digest()))
        .update();

    var signed = server.sign(draft, "B-T");

    assertThat(bucket.has(Sha256.of(signed))).isTrue();
    jdbc()
        .sql(
            """
            update signing.document_content set location = 'S3', content = null
            where sha256 = :sha256
            """)
        .param("sha256", draft.digest())
        .update();
  }

  private static String removeOrphans() {
    var request = server.authorized("/signing/storage/orphans").DELETE().build();
    return new String(SigningServer.send(request).body(), StandardCharsets.UTF_8);
  }

  private static long inRows() {
    return jdbc()
        .sql("select count(*) from signing.document_content where content is not null")
        .query(Long.class)
        .single();
  }

  private static JdbcClient jdbc() {
    return server.bean(SigningSchema.class).jdbc();
  }
}
