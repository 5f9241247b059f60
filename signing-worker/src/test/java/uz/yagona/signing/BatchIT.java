package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;

class BatchIT {
  private final SigningServer server = SigningServer.shared();

  @BeforeEach
  void awaitReady() {
    server.awaitReady();
  }

  @Test
  void shouldSignAllRefuseWhatIsWrongAndGoOnWhereItEnded() {
    var drafts = drafts(3);
    var documents = documents(drafts);
    documents.add(Map.of("documentId", UUID.randomUUID().toString(), "digest", "ab"));
    documents.set(
        1,
        Map.of(
            "documentId", drafts.get(1).documentId().toString(), "digest", drafts.get(0).digest()));
    var job = job(documents, "head");

    assertThat(run(job)).isEqualTo(progress(4, 2, 2, 0, false));
    assertThat(run(job)).as("again").isEqualTo(progress(4, 2, 2, 0, false));

    assertThat(signatures(drafts.get(0))).isEqualTo(1);
    assertThat(signatures(drafts.get(1))).isZero();
    assertThat(signatures(drafts.get(2))).isEqualTo(1);
    var shown = server.json("/signing/batches/" + job.processInstanceKey());
    assertThat(shown.path("refusals").get(0).path("code").asString()).isEqualTo("DIGEST_MISMATCH");
    assertThat(shown.path("refusals").get(1).path("code").asString()).isEqualTo("DOCUMENT_UNKNOWN");
  }

  @Test
  void shouldStandStillWhilePaused() {
    var drafts = drafts(2);
    var job = job(documents(drafts), "nobody-yet");
    server.platform().employ("nobody-yet", "Botir Aliyev", "boshliq");
    assertThatThrownBy(() -> run(job))
        .as("the engine does not know yet who completed the task")
        .isInstanceOf(JobException.class);
    pause(job, "pause");
    server.platform().complete(job.processInstanceKey(), "nobody-yet");

    assertThat(run(job)).isEqualTo(progress(2, 0, 0, 2, true));
    pause(job, "resume");
    assertThat(run(job)).isEqualTo(progress(2, 2, 0, 0, false));
  }

  @Test
  void shouldRefuseToPauseWhatIsNoBatch() {
    var response = server.post("/signing/batches/1/pause", "application/json", new byte[0]);

    assertThat(response.statusCode()).isEqualTo(404);
  }

  private List<SigningServer.Draft> drafts(int count) {
    var drafts = new ArrayList<SigningServer.Draft>();
    for (var i = 0; i < count; i++) {
      drafts.add(server.draft("uz-Latn"));
    }
    return drafts;
  }

  private static List<Map<String, String>> documents(List<SigningServer.Draft> drafts) {
    var documents = new ArrayList<Map<String, String>>();
    drafts.forEach(
        draft ->
            documents.add(
                Map.of("documentId", draft.documentId().toString(), "digest", draft.digest())));
    return documents;
  }

  private JobContext job(List<Map<String, String>> documents, String signer) {
    var variables = new HashMap<String, Object>();
    variables.put("documents", documents);
    variables.put("signer", signer);
    var job = server.job(Map.of("level", "B-T"), variables);
    if (signer.equals("head")) {
      server.platform().complete(job.processInstanceKey(), signer);
    }
    return job;
  }

  private Object run(JobContext job) {
    return server.handle("pdf-sign-batch", job).get("batch");
  }

  private static Map<String, Object> progress(
      int total, int signed, int refused, int waiting, boolean paused) {
    return Map.of(
        "total", total,
        "signed", signed,
        "refused", refused,
        "waiting", waiting,
        "paused", paused);
  }

  private void pause(JobContext job, String what) {
    var path = "/signing/batches/" + job.processInstanceKey() + "/" + what;
    assertThat(server.post(path, "application/json", new byte[0]).statusCode()).isEqualTo(204);
  }

  private int signatures(SigningServer.Draft draft) {
    return server.json("/signing/documents/" + draft.documentId()).path("signatures").size();
  }
}
