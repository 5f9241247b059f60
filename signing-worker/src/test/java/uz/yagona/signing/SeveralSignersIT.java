package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;

class SeveralSignersIT {
  private static final List<Map<String, Object>> COMMISSION =
      List.of(
          Map.of("userName", "head", "role", "CHAIR", "mandatory", true),
          Map.of("userName", "member-1", "role", "MEMBER"),
          Map.of("userName", "member-2", "role", "MEMBER"));

  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @BeforeEach
  void employ() {
    server.awaitReady();
    server.platform().employ("member-1", "Botir Aliyev", "bosh mutaxassis");
    server.platform().employ("member-2", "Dilnoza Rahimova", "yurist");
    server.platform().employ("deputy", "Sardor Tursunov", "boshliq oʻrinbosari");
  }

  @Test
  void shouldLetEachSignTheBytesOfTheOneBeforeInTheirOrder() throws IOException {
    var draft = draft(Map.of("order", "SEQUENTIAL", "level", "B-T"));

    assertRefused(
        () -> sign(draft, "member-1"),
        "SIGNING_OUT_OF_TURN",
        "Expected the signature of head on document %s next, but it is that of member-1"
            .formatted(draft.documentId()));
    var first = sign(draft, "head");
    assertThat(first).containsEntry("missing", 2);
    assertThat(document(draft).path("state").asString()).isEqualTo("PARTLY_SIGNED");
    assertThat(offers(draft)).as("only the draft is offered").isEqualTo(1);
    sign(draft, "member-1", String.valueOf(first.get("digest")));
    assertThat(sign(draft, "member-2")).containsEntry("missing", 0);

    var document = document(draft);
    assertThat(document.path("state").asString()).isEqualTo("SIGNED");
    assertThat(offers(draft)).isEqualTo(2);
    assertValid(draft, 3);
    Files.write(directory.resolve("signed.pdf"), server.content(draft, "signed"));
    assertThat(Tool.run(directory, "pdfsig", "-nocert", "signed.pdf").text())
        .contains("Aziza Karimova", "Botir Aliyev", "Dilnoza Rahimova")
        .contains("Total document signed")
        .doesNotContain("invalid");
  }

  @Test
  void shouldTakeParallelSignaturesAtOnceUntilTheQuorumWithItsChair() throws Exception {
    var draft = draft(Map.of("order", "PARALLEL", "quorumShare", 0.667));
    Callable<Map<String, Object>> one = () -> sign(draft, "member-1");
    Callable<Map<String, Object>> other = () -> sign(draft, "member-2");
    var executor = Executors.newFixedThreadPool(2);
    try {
      for (var signed : executor.invokeAll(List.of(one, other))) {
        assertThat(signed.get()).isNotNull();
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(document(draft).path("openSignatures").asInt())
        .as("two of three are a quorum, but not without the chair")
        .isEqualTo(1);
    assertThat(sign(draft, "head")).containsEntry("missing", 0);
    assertValid(draft, 3);
  }

  @Test
  void shouldComeIntoForceWithTheQuorumAndStillTakeALateSignature() {
    var draft = draft(Map.of("order", "PARALLEL", "quorum", 2));
    sign(draft, "head");
    assertThat(sign(draft, "member-2")).containsEntry("missing", 0);
    assertValid(draft, 2);

    sign(draft, "member-1");

    assertValid(draft, 3);
  }

  @Test
  void shouldLetARegisteredSubstituteSignAndNameBoth() {
    var draft = draft(Map.of("order", "PARALLEL"));
    var order = register("member-1", "deputy", "12-K", -1, 1, List.of("D-28"));

    sign(draft, "deputy");

    var signature = document(draft).path("signatures").get(0);
    assertThat(signature.path("signer").asString()).isEqualTo("deputy");
    assertThat(signature.path("principal").asString()).isEqualTo("member-1");
    assertThat(signature.path("reason").asString())
        .contains("Sardor Tursunov", "Botir Aliyev", "12-K");
    end(order);
    assertRefused(
        () -> sign(draft, "deputy"),
        "SIGNER_NOT_ENTITLED",
        "Expected one of [head, member-2] to sign document %s, or a substitute by order, but it is deputy"
            .formatted(draft.documentId()));
  }

  @Test
  void shouldRefuseAnOrderThatIsOverOrForOtherDocuments() {
    var draft = server.draft("en");
    register("head", "member-2", "over", -9, -2, List.of());
    register("head", "member-2", "other", -1, 1, List.of("D-24"));

    assertRefused(
        () -> server.handle("pdf-sign", inPlaceOf(draft, "head", "member-2")),
        "SIGNER_NOT_ENTITLED",
        "Expected an order in force by which member-2 signs D-28 in place of head, but there is none");

    register("head", "member-2", "77", -1, 1, List.of());
    server.handle("pdf-sign", inPlaceOf(draft, "head", "member-2"));
    assertThat(document(draft).path("signatures").get(0).path("reason").asString())
        .endsWith("in place of Aziza Karimova, order No. 77 of 25 November 2026");
  }

  @Test
  void shouldRefuseASubstituteWhoRegistersTheOwnOrder() {
    var response =
        post("/signing/substitutions", order("head", "deputy", "1", -1, 1, List.of(), "deputy"));

    assertThat(response.statusCode()).isEqualTo(422);
  }

  @Test
  void shouldSealAfterAllPersonsAndCloseTheDocument() {
    var draft =
        server.draft(
            "uz-Latn",
            UUID.randomUUID().toString(),
            Map.of(
                "signers", COMMISSION,
                "signaturePolicy", Map.of("order", "PARALLEL", "quorum", 1),
                "seal", Map.of("code", "CADASTRE", "name", "Kadastr agentligi")));
    var seal =
        server.job(
            Map.of(),
            Map.of("requestId", draft.requestId(), "documentId", draft.documentId().toString()));

    assertRefused(
        () -> server.handle("pdf-seal", seal),
        "SIGNATURES_MISSING",
        "Expected all persons to have signed document %s before the seal, but 1 are missing"
            .formatted(draft.documentId()));
    sign(draft, "head");
    assertThat(document(draft).path("state").asString()).isEqualTo("PARTLY_SIGNED");
    server.handle("pdf-seal", seal);

    assertThat(document(draft).path("state").asString()).isEqualTo("SIGNED");
    var last = document(draft).path("signatures").get(1);
    assertThat(last.path("signer").asString()).isEqualTo("organisation:CADASTRE");
    assertValid(draft, 2);
    assertRefused(
        () -> sign(draft, "member-1"),
        "DOCUMENT_CLOSED",
        "Expected document %s to be open for the signature of member-1, but it is SIGNED"
            .formatted(draft.documentId()));
  }

  @Test
  void shouldAskForANewWindowWhenTheSignerIsLate() {
    var draft = draft(Map.of("order", "PARALLEL"));
    var yesterday = OffsetDateTime.now(ZoneOffset.UTC).minusDays(1).toString();

    assertRefused(
        () -> server.handle("pdf-sign", job(draft, "head", draft.digest(), yesterday)),
        "SIGNING_WINDOW_CLOSED",
        "Expected a signature until %s, but it came later".formatted(yesterday));

    var tomorrow = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString();
    server.handle("pdf-sign", job(draft, "head", draft.digest(), tomorrow));
    assertThat(document(draft).path("signatures")).hasSize(1);
  }

  @Test
  void shouldRefuseTheDigestOfAnotherDocument() {
    var draft = draft(Map.of("order", "PARALLEL"));
    var other = draft(Map.of("order", "PARALLEL"));

    assertRefused(
        () -> sign(draft, "head", other.digest()),
        "DIGEST_MISMATCH",
        "Expected signedDigest to be that of document %s, %s, but it is %s"
            .formatted(draft.documentId(), draft.digest(), other.digest()));
  }

  @Test
  void shouldRefuseAPlanThatNobodyCanFulfil() {
    var failure = catchThrowableOfType(JobException.class, () -> draft(Map.of("quorum", 4)));

    assertThat(failure).hasMessage("Expected a quorum from 1 to 3, but it is 4");
  }

  private SigningServer.Draft draft(Map<String, Object> policy) {
    return server.draft(
        "uz-Latn",
        UUID.randomUUID().toString(),
        Map.of("signers", COMMISSION, "signaturePolicy", policy));
  }

  private Map<String, Object> sign(SigningServer.Draft draft, String signer) {
    return sign(draft, signer, draft.digest());
  }

  private Map<String, Object> sign(SigningServer.Draft draft, String signer, String shown) {
    var output = server.handle("pdf-sign", job(draft, signer, shown, null));
    Map<String, Object> signature = new HashMap<>();
    ((Map<?, ?>) output.get("signature"))
        .forEach((name, value) -> signature.put(String.valueOf(name), value));
    return signature;
  }

  private JobContext job(SigningServer.Draft draft, String signer, String shown, String signBy) {
    var variables = new HashMap<>(draft.variables());
    variables.put("signer", signer);
    variables.put("signedDigest", shown);
    variables.put("signBy", signBy);
    var job = server.job(Map.of(), variables);
    server.platform().complete(job.processInstanceKey(), signer);
    return job;
  }

  private JobContext inPlaceOf(SigningServer.Draft draft, String principal, String signer) {
    var variables = new HashMap<>(draft.variables());
    variables.put("signer", signer);
    variables.put("principal", principal);
    var job = server.job(Map.of("level", "B-T"), variables);
    server.platform().complete(job.processInstanceKey(), signer);
    return job;
  }

  private String register(
      String principal, String substitute, String number, int from, int to, List<String> scope) {
    var response =
        post(
            "/signing/substitutions",
            order(principal, substitute, number, from, to, scope, "personnel"));
    assertThat(response.statusCode()).isEqualTo(201);
    return JsonMapper.shared().readTree(response.body()).path("substitutionId").asString();
  }

  private static Map<String, Object> order(
      String principal,
      String substitute,
      String number,
      int from,
      int to,
      List<String> scope,
      String registeredBy) {
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    return Map.of(
        "principal", principal,
        "substitute", substitute,
        "orderNumber", number,
        "orderDate", "2026-11-25",
        "validFrom", now.plusDays(from).toString(),
        "validTo", now.plusDays(to).toString(),
        "templates", scope,
        "registeredBy", registeredBy);
  }

  private void end(String substitutionId) {
    var path = "/signing/substitutions/" + substitutionId + "/end";
    assertThat(post(path, Map.of("endedBy", "personnel")).statusCode()).isEqualTo(204);
    assertThat(post(path, Map.of("endedBy", "personnel")).statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> post(String path, Map<String, Object> body) {
    var json = JsonMapper.shared().writeValueAsString(body);
    return server.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode document(SigningServer.Draft draft) {
    return server.json("/signing/documents/" + draft.documentId());
  }

  private int offers(SigningServer.Draft draft) {
    var path = "/internal/requests/" + draft.requestId() + "/document";
    return server.platform().calls("PUT", path).size();
  }

  private void assertValid(SigningServer.Draft draft, int signatures) {
    var verification = server.verify(server.content(draft, "signed"));
    assertThat(verification.path("result").asString())
        .as(verification.toString())
        .isEqualTo("VALID");
    assertThat(verification.path("document").path("inForce").asBoolean()).isTrue();
    assertThat(verification.path("signatures")).hasSize(signatures);
  }

  private static void assertRefused(ThrowingCallable call, String code, String message) {
    var error = catchThrowableOfType(BpmnErrorException.class, call);

    assertThat(error).hasMessage(message);
    assertThat(error.code()).isEqualTo(code);
  }
}
