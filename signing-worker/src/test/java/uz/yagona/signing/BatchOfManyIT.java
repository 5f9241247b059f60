package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.client.JobContext;

/**
 * Batches that are cut in the middle. {@code -Dyagona.batch.documents=1000} makes them as large as
 * in bench/batch.sh.
 */
class BatchOfManyIT {
  private static final int COUNT = Integer.getInteger("yagona.batch.documents", 60);
  private static final Duration LIMIT = Duration.ofSeconds(60L + COUNT);
  private static SigningServer server;

  @BeforeAll
  static void start() {
    server = SigningServer.start();
    server.awaitReady();
    server.sign(server.draft("uz-Latn"), "B-T"); // the certificate is there
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldSignEachOnceAlthoughItsWorkerIsKilledInTheMiddle() throws Exception {
    var drafts = drafts();
    var job = job(drafts);
    int signedAtKill;
    try (var engine = new StubPlatform()) {
      engine.complete(job.processInstanceKey(), "head");
      var worker = server.anotherProcess(engine);
      try {
        engine.offerJob("pdf-sign-batch", activated(job));
        awaitBegun(job);
      } finally {
        worker.destroyForcibly().waitFor();
      }
      signedAtKill = progress(job).path("signed").asInt();
    }
    assertThat(signedAtKill).isLessThan(COUNT);
    assertThat(signatures(drafts))
        .as("at most the one in work is ahead of the progress")
        .isBetween(signedAtKill, signedAtKill + 1);

    var begin = System.nanoTime();
    assertThat(run(job)).isEqualTo(done());
    report(COUNT - signedAtKill, begin);

    assertEachSignedOnce(drafts);
  }

  @Test
  void shouldStopBetweenTwoDocumentsAndOutlastTheTimestampAuthority() throws Exception {
    var drafts = drafts();
    var job = job(drafts);
    var timestamps = timestamps();
    var executor = Executors.newSingleThreadExecutor();
    try {
      var running = executor.submit(() -> run(job));
      awaitBegun(job);
      pause(job, "pause");
      running.get();
    } finally {
      executor.shutdownNow();
    }
    var paused = progress(job);
    var signed = paused.path("signed").asInt();
    assertThat(paused.path("paused").asBoolean()).isTrue();
    assertThat(signed).isLessThan(COUNT).isEqualTo(signatures(drafts));
    assertThat(signed + paused.path("waiting").asInt()).isEqualTo(COUNT);
    assertThat(timestamps() - timestamps).isEqualTo(signed);

    pause(job, "resume");
    timestampAuthority("timestamp_serial", "timestamp_serial_away");
    try {
      assertThatThrownBy(() -> run(job)).isInstanceOf(RuntimeException.class);
    } finally {
      timestampAuthority("timestamp_serial_away", "timestamp_serial");
    }
    assertThat(progress(job)).as("nothing signed, nothing refused").isEqualTo(resumed(paused));

    var begin = System.nanoTime();
    assertThat(run(job)).isEqualTo(done());
    report(COUNT - signed, begin);
    assertEachSignedOnce(drafts);
    assertThat(timestamps() - timestamps).as("one timestamp for each signature").isEqualTo(COUNT);
  }

  private static List<SigningServer.Draft> drafts() {
    var drafts = new ArrayList<SigningServer.Draft>();
    for (var i = 0; i < COUNT; i++) {
      drafts.add(server.draft("uz-Latn"));
    }
    return drafts;
  }

  private static JobContext job(List<SigningServer.Draft> drafts) {
    var documents =
        drafts.stream()
            .map(
                draft ->
                    Map.of("documentId", draft.documentId().toString(), "digest", draft.digest()))
            .toList();
    var job =
        server.job(
            Map.of("level", "B-T"),
            new HashMap<>(Map.of("documents", documents, "signer", "head")));
    server.platform().complete(job.processInstanceKey(), "head");
    return job;
  }

  /** A job as the engine hands it out. */
  private static String activated(JobContext job) {
    var key = String.valueOf(job.processInstanceKey());
    Map<String, Object> fields = new HashMap<>();
    fields.put("type", "pdf-sign-batch");
    fields.put("processDefinitionId", "batch");
    fields.put("processDefinitionVersion", 1);
    fields.put("elementId", "sign-all");
    fields.put("customHeaders", job.headers());
    fields.put("worker", "yagona");
    fields.put("retries", 3);
    fields.put("deadline", 4102444800000L);
    fields.put("tenantId", "<default>");
    fields.put("jobKey", key);
    fields.put("processInstanceKey", key);
    fields.put("processDefinitionKey", "8");
    fields.put("elementInstanceKey", "9");
    fields.put("kind", "BPMN_ELEMENT");
    fields.put("listenerEventType", "UNSPECIFIED");
    fields.put("tags", List.of());
    fields.put("variables", job.variables());
    return JsonMapper.shared().writeValueAsString(fields);
  }

  /** One job works for a slice of time; the model comes back while any document waits. */
  private static Object run(JobContext job) {
    Object batch;
    do {
      batch = server.handle("pdf-sign-batch", job).get("batch");
    } while (batch instanceof Map<?, ?> map
        && Boolean.FALSE.equals(map.get("paused"))
        && !Integer.valueOf(0).equals(map.get("waiting")));
    return batch;
  }

  private static Map<String, Object> done() {
    return Map.of("total", COUNT, "signed", COUNT, "refused", 0, "waiting", 0, "paused", false);
  }

  private static JsonNode progress(JobContext job) {
    return server.json("/signing/batches/" + job.processInstanceKey());
  }

  /** A tenth is signed; asked often, so that most are still waiting. */
  private static void awaitBegun(JobContext job) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> progress(job).path("signed").asInt() >= COUNT / 10);
  }

  private static JsonNode resumed(JsonNode paused) {
    return paused.deepCopy().asObject().put("paused", false);
  }

  private static void pause(JobContext job, String what) {
    var path = "/signing/batches/" + job.processInstanceKey() + "/" + what;
    assertThat(server.post(path, "application/json", new byte[0]).statusCode()).isEqualTo(204);
  }

  private static void assertEachSignedOnce(List<SigningServer.Draft> drafts) {
    assertThat(signatures(drafts)).isEqualTo(COUNT);
    for (var draft : drafts) {
      var file = new String(server.content(draft, "signed"), StandardCharsets.ISO_8859_1);
      assertThat(file.split("/ByteRange", -1)).as("signatures in %s", draft.number()).hasSize(2);
    }
    var last = drafts.get(COUNT - 1);
    assertThat(server.verify(server.content(last, "signed")).path("result").asString())
        .isEqualTo("VALID");
  }

  private static int signatures(List<SigningServer.Draft> drafts) {
    return jdbc()
        .sql("select count(*) from signing.signature where document_id = any (:ids)")
        .param("ids", drafts.stream().map(SigningServer.Draft::documentId).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  private static long timestamps() {
    return jdbc().sql("select last_value from signing.timestamp_serial").query(Long.class).single();
  }

  /** Without its sequence the authority answers nothing. */
  private static void timestampAuthority(String from, String to) {
    jdbc().sql("alter sequence signing.%s rename to %s".formatted(from, to)).update();
  }

  /** A line of JSON for bench/batch.sh. */
  private static void report(int documents, long begin) throws IOException {
    var file = System.getProperty("yagona.batch.report");
    if (file != null) {
      var seconds = (System.nanoTime() - begin) / 1e9;
      Files.writeString(
          Path.of(file),
          "{\"work\":\"batch\",\"documents\":%d,\"per_second\":%d}\n"
              .formatted(documents, Math.round(documents / seconds)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static JdbcClient jdbc() {
    return server.bean(SigningSchema.class).jdbc();
  }
}
