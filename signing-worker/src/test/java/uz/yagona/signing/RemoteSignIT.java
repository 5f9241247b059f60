package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.signing.eimzo.SimulatedKey;
import uz.yagona.signing.eimzo.SimulatedVerifier;

/** Signing in two steps with keys that people keep. */
class RemoteSignIT {
  private static final AtomicLong TASKS = new AtomicLong(500_000);
  private static final SimulatedVerifier VERIFIER = new SimulatedVerifier();
  private static SigningServer server;
  @TempDir Path directory;

  @BeforeAll
  static void start() {
    server =
        SigningServer.start(
            "--yagona.signing.remote.e-imzo.verifier=" + VERIFIER.address(),
            "--yagona.signing.remote.e-imzo.accept-simulator=true");
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
    VERIFIER.close();
  }

  @ParameterizedTest
  @CsvSource({"EC,B-T", "EC,B-LT", "EC,B-LTA", "RSA,B-T"})
  void shouldPutInTheSignatureOfAKeyThatThePersonKeeps(String kind, String level)
      throws IOException {
    var key = certified("head", kind);
    var draft = server.draft("uz-Latn");
    var desk = new Desk(draft, "head");

    var prepared = desk.prepare(key);
    assertThat(prepared.path("inputSha256").asString()).isEqualTo(draft.digest());
    desk.give(prepared, key.sign(prepared));
    server.handle("pdf-sign", desk.job(prepared, level));

    var signed = server.content(draft, "signed");
    var signature =
        server.json("/signing/documents/" + draft.documentId()).path("signatures").get(0);
    assertThat(signature.path("certificateSerial").asString()).isEqualTo(key.serial());
    assertThat(signature.path("level").asString()).isEqualTo("PAdES-" + level);
    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
    Files.write(directory.resolve("signed.pdf"), signed);
    assertThat(Tool.run(directory, "pdfsig", "-nocert", "signed.pdf").text())
        .contains("Signature Validation: Signature is Valid.", "Aziza Karimova");
  }

  @Test
  void shouldKeepThePreparedSignatureOverARestart() {
    var key = certified("head", "EC");
    var draft = server.draft("ru");
    var desk = new Desk(draft, "head");
    var prepared = desk.prepare(key);

    server.restart();
    server.awaitReady();
    desk.give(prepared, key.sign(prepared));
    server.restart();
    server.awaitReady();
    server.handle("pdf-sign", desk.job(prepared, "B-T"));

    assertThat(server.verify(server.content(draft, "signed")).path("result").asString())
        .isEqualTo("VALID");
  }

  @Test
  void shouldUseASignatureOnce() {
    var key = certified("head", "EC");
    var desk = new Desk(server.draft("en"), "head");
    var prepared = desk.prepare(key);
    desk.give(prepared, key.sign(prepared));
    desk.give(prepared, key.sign(prepared).clone(), 422, "USED");
    var job = desk.job(prepared, "B-T");
    assertThat(server.handle("pdf-sign", job)).isEqualTo(server.handle("pdf-sign", job));

    assertRefused(desk.job(prepared, "B-T"), "SIGNER_NOT_ENTITLED", "given and not used");
  }

  @Test
  void shouldNotTakeASignatureForAnotherDocumentPersonOrProcess() {
    var key = certified("head", "EC");
    var desk = new Desk(server.draft("en"), "head");
    var prepared = desk.prepare(key);
    desk.give(prepared, key.sign(prepared));

    var other = new Desk(server.draft("en"), "head");
    assertRefused(other.job(prepared, "B-T"), "SIGNER_NOT_ENTITLED", "but it is not");
    var sameDocumentElsewhere = new Desk(desk.draft, "head");
    assertRefused(
        sameDocumentElsewhere.job(prepared, "B-T"), "SIGNER_NOT_ENTITLED", "but it is not");
    server.platform().employ("other-head", "Botir Aliyev", "boshliq");
    var person = new Desk(desk.draft, "other-head", desk.task, desk.instance);
    assertRefused(person.job(prepared, "B-T"), "SIGNER_NOT_ENTITLED", "but it is not");
    person.give(prepared, key.sign(prepared), 404, "UNKNOWN");
  }

  @Test
  void shouldRefuseAValueOfAnotherKeyOrOverOtherBytes() {
    var key = certified("head", "EC");
    var desk = new Desk(server.draft("en"), "head");
    var prepared = desk.prepare(key);

    desk.give(prepared, certified("head", "EC").sign(prepared), 422, "SIGNATURE_NOT_VALID");
    desk.give(
        prepared,
        key.sign("other bytes".getBytes(StandardCharsets.UTF_8)),
        422,
        "SIGNATURE_NOT_VALID");
    desk.give(prepared, new byte[] {1, 2, 3}, 422, "SIGNATURE_NOT_VALID");
    assertRefused(desk.job(prepared, "B-T"), "SIGNER_NOT_ENTITLED", "given and not used");
    desk.give(prepared, key.sign(prepared));
  }

  @Test
  void shouldRefuseToPrepareForWhoHasNoTaskNoCertificateOrSawAnotherFile() {
    var key = certified("head", "EC");
    var draft = server.draft("en");
    var desk = new Desk(draft, "head");

    assertThat(desk.prepare(key, Map.of("userTaskKey", 1), 422)).isEqualTo("SIGNER_NOT_ENTITLED");
    assertThat(desk.prepare(key, Map.of("shownSha256", "0".repeat(64)), 422))
        .isEqualTo("DIGEST_MISMATCH");
    server.platform().employ("stranger", "Sardor Tursunov", "boshliq");
    assertThat(desk.prepare(certified("stranger", "EC"), Map.of(), 422))
        .isEqualTo("CERTIFICATE_NOT_VALID");
    assertThat(desk.prepare(key, Map.of("principal", "nilufar"), 422))
        .as("no order of substitution")
        .isEqualTo("SIGNER_NOT_ENTITLED");
  }

  @Test
  void shouldRefuseACertificateThatIsRevokedBetweenTheSteps() {
    var key = certified("head", "EC");
    var desk = new Desk(server.draft("en"), "head");
    var prepared = desk.prepare(key);
    desk.give(prepared, key.sign(prepared));

    revoke(key);

    assertRefused(desk.job(prepared, "B-T"), "CERTIFICATE_NOT_VALID", "valid and not revoked");
    assertThat(desk.prepare(key, Map.of(), 422)).isEqualTo("CERTIFICATE_NOT_VALID");
  }

  @Test
  void shouldNotTakeAValueAfterItsTime() {
    try (var hasty = SigningServer.start("--yagona.signing.remote.prepared-for=0s")) {
      hasty.awaitReady();
      var before = server;
      server = hasty;
      try {
        var key = certified("head", "EC");
        var desk = new Desk(hasty.draft("en"), "head");
        var prepared = desk.prepare(key);
        desk.give(prepared, key.sign(prepared), 422, "EXPIRED");
        assertThat(desk.prepareEImzo(422).path("code").asString()).isEqualTo("NOT_OFFERED");
      } finally {
        server = before;
      }
    }
  }

  @Test
  void shouldCertifyOnlyAKeyWhoseHolderProvesToHaveIt() throws Exception {
    var request = request(pair("EC"), pair("EC"));

    var response = operate("head", request);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .contains("Expected a certification request signed with its own key, but it is not");
  }

  @Test
  void shouldKeepThePkcs7BesideThePdfAndSealIt() {
    server.platform().employ("head", "Aziza Karimova", "Kadastr agentligi boshligʻi");
    var draft = server.draft("en");
    var desk = new Desk(draft, "head");
    var prepared = desk.prepareEImzo(201);
    var key = SimulatedKey.of("KARIMOVA AZIZA BOTIR QIZI", "31210932040247");
    var pkcs7 = key.sign(server.content(draft, "draft"), true);

    desk.give(prepared, pkcs7);
    server.handle("pdf-sign", desk.job(prepared, "B-T"));

    assertThat(VERIFIER.addresses()).contains("192.0.2.7");
    var document = server.json("/signing/documents/" + draft.documentId());
    var attached = document.path("attached").get(0);
    assertThat(attached.path("subjectName").asString()).isEqualTo("KARIMOVA AZIZA BOTIR QIZI");
    assertThat(attached.path("simulated").asBoolean()).isTrue();
    assertThat(document.toString()).doesNotContain("31210932040247");
    var path =
        "/signing/documents/%s/attached/%s"
            .formatted(draft.documentId(), attached.path("sha256").asString());
    assertThat(server.get(path).body()).isEqualTo(pkcs7);
    assertThat(document.path("signatures").get(0).path("reason").asString())
        .contains("KARIMOVA AZIZA BOTIR QIZI", attached.path("certificateSerial").asString())
        .contains("Sealed by Yagona", attached.path("sha256").asString());
    var verification = server.verify(server.content(draft, "signed"));
    assertThat(verification.path("result").asString()).isEqualTo("VALID");
    assertThat(verification.path("document").path("attached").get(0).path("checker").asString())
        .isEqualTo("127.0.0.1");
    server.eraseFiles(draft.requestId());
    assertThat(server.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldTakeBothWaysFromLaterSignersWhoWereShownTheDraft() {
    server.platform().employ("member-1", "Botir Aliyev", "bosh mutaxassis");
    server.platform().employ("member-2", "Dilnoza Rahimova", "yurist");
    var signers =
        Stream.of("head", "member-1", "member-2")
            .map(name -> Map.<String, Object>of("userName", name, "role", "MEMBER"))
            .toList();
    var further =
        Map.of("signers", signers, "signaturePolicy", Map.of("order", "PARALLEL", "level", "B-T"));
    var draft = server.draft("en", UUID.randomUUID().toString(), further);
    var first = new Desk(draft, "member-1");
    var pending = first.prepareEImzo(201);
    var file = server.content(draft, "draft");
    first.give(pending, SimulatedKey.of("ALIYEV BOTIR", "31210932040247").sign(file, true));
    var key = certified("head", "EC");
    var second = new Desk(draft, "head");
    var stale = second.prepare(key);
    second.give(stale, key.sign(stale));

    server.handle("pdf-sign", first.job(pending, "B-T"));
    assertRefused(second.job(stale, "B-T"), "DIGEST_MISMATCH", "the newest file of document");
    var prepared = second.prepare(key);
    second.give(prepared, key.sign(prepared));
    server.handle("pdf-sign", second.job(prepared, "B-T"));
    var third = new Desk(draft, "member-2");
    var last = third.prepareEImzo(201);
    third.give(last, SimulatedKey.of("RAHIMOVA DILNOZA", "41210932040247").sign(file, true));
    server.handle("pdf-sign", third.job(last, "B-T"));

    var verification = server.verify(server.content(draft, "signed"));
    assertThat(verification.path("result").asString()).isEqualTo("VALID");
    assertThat(verification.path("signatures")).hasSize(3);
    assertThat(verification.path("document").path("attached")).hasSize(2);
  }

  @Test
  void shouldRefuseAnEImzoSignatureOfAnotherPersonOrFileOrRevoked() {
    var draft = server.draft("en");
    var desk = new Desk(draft, "head");
    var prepared = desk.prepareEImzo(201);
    var file = server.content(draft, "draft");
    var hers = SimulatedKey.of("KARIMOVA AZIZA", "31210932040247");

    desk.give(
        prepared,
        SimulatedKey.of("ALIYEV BOTIR", "31210932040247").sign(file, true),
        422,
        "OTHER_PERSON");
    desk.give(prepared, hers.sign(new byte[] {1}, true), 422, "SIGNATURE_NOT_VALID");
    desk.give(prepared, new byte[] {1}, 422, "SIGNATURE_NOT_VALID");
    VERIFIER.revoke(true);
    desk.give(prepared, hers.sign(file, true), 422, "CERTIFICATE_NOT_VALID");
    VERIFIER.revoke(false);
    VERIFIER.fail(true);
    desk.give(prepared, hers.sign(file, true), 503, "UNREACHABLE");
    VERIFIER.fail(false);
    desk.give(prepared, hers.sign(file, true));
    server.handle("pdf-sign", desk.job(prepared, "B-T"));
  }

  @Test
  void shouldLetTheNumberDecideWhereThePortalKnowsIt() {
    var draft = server.draft("en");
    var desk = new Desk(draft, "head");
    var prepared = desk.prepareEImzo(201);
    var file = server.content(draft, "draft");
    var hers = SimulatedKey.of("KARIMOVA AZIZA", "31210932040247").sign(file, true);

    assertThat(desk.put(prepared, hers, Map.of("pinfl", "41210932040247")).statusCode())
        .isEqualTo(422);
    assertThat(desk.put(prepared, hers, Map.of("pinfl", "31210932040247")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldRefuseTheSimulatorWhereItIsNotAllowed() {
    try (var strict =
        SigningServer.start("--yagona.signing.remote.e-imzo.verifier=" + VERIFIER.address())) {
      strict.awaitReady();
      var before = server;
      server = strict;
      try {
        var draft = strict.draft("en");
        var desk = new Desk(draft, "head");
        var key = SimulatedKey.of("KARIMOVA AZIZA", "31210932040247");
        desk.give(
            desk.prepareEImzo(201),
            key.sign(strict.content(draft, "draft"), true),
            422,
            "CERTIFICATE_NOT_VALID");
      } finally {
        server = before;
      }
    }
  }

  /** Somebody at the signing task of a document. */
  private static final class Desk {
    private final SigningServer.Draft draft;
    private final String signer;
    private final long task;
    private final long instance;

    Desk(SigningServer.Draft draft, String signer) {
      this(draft, signer, TASKS.incrementAndGet(), TASKS.incrementAndGet() + 1_000_000);
      server.platform().hold(task, instance, signer);
    }

    Desk(SigningServer.Draft draft, String signer, long task, long instance) {
      this.draft = draft;
      this.signer = signer;
      this.task = task;
      this.instance = instance;
    }

    JsonNode prepare(Key key) {
      return prepare(body(key), 201);
    }

    /** The code of the refusal. */
    String prepare(Key key, Map<String, Object> other, int status) {
      var body = body(key);
      body.putAll(other);
      return prepare(body, status).path("code").asString("");
    }

    JsonNode prepareEImzo(int status) {
      var body = body(null);
      body.put("method", "E_IMZO");
      return prepare(body, status);
    }

    private JsonNode prepare(Map<String, Object> body, int status) {
      var response = post("/signing/remote-signatures", body);
      var answer = JsonMapper.shared().readTree(response.body());
      assertThat(response.statusCode()).as(answer.toString()).isEqualTo(status);
      return answer;
    }

    private Map<String, Object> body(Key key) {
      var body = new HashMap<String, Object>();
      body.put("method", "OWN_KEY");
      body.put("documentId", draft.documentId().toString());
      body.put("userTaskKey", task);
      body.put("signer", signer);
      body.put("shownSha256", draft.digest());
      if (key != null) {
        body.put("certificate", key.certificate());
      }
      return body;
    }

    void give(JsonNode prepared, byte[] value) {
      var response = put(prepared, value, Map.of());
      assertThat(response.statusCode())
          .as(new String(response.body(), StandardCharsets.UTF_8))
          .isEqualTo(200);
    }

    void give(JsonNode prepared, byte[] value, int status, String code) {
      var response = put(prepared, value, Map.of());
      var answer = JsonMapper.shared().readTree(response.body());
      assertThat(response.statusCode()).as(answer.toString()).isEqualTo(status);
      assertThat(answer.path("code").asString()).isEqualTo(code);
    }

    HttpResponse<byte[]> put(JsonNode prepared, byte[] value, Map<String, Object> further) {
      var body = new HashMap<String, Object>(further);
      body.put("signer", signer);
      body.put("value", Base64.getEncoder().encodeToString(value));
      body.put("address", "192.0.2.7");
      var path = "/signing/remote-signatures/%s/value".formatted(id(prepared));
      return SigningServer.send(
          server
              .authorized(path)
              .header("Content-Type", "application/json")
              .PUT(
                  HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
              .build());
    }

    /** The job after {@code signer} has completed the task with this signature. */
    JobContext job(JsonNode prepared, String level) {
      var variables = draft.variables();
      variables.put("signer", signer);
      variables.put("remoteSignatureId", id(prepared).toString());
      server.platform().complete(instance, signer);
      var any = server.job(Map.of("level", level), variables);
      return new JobContext(
          any.key(), instance, any.key(), "element", 3, any.headers(), any.variables());
    }

    private static UUID id(JsonNode prepared) {
      return UUID.fromString(prepared.path("remoteSignatureId").asString());
    }
  }

  /** A key that never comes near the server. */
  private record Key(KeyPair pair, String serial, byte[] der) {
    String certificate() {
      return Base64.getEncoder().encodeToString(der);
    }

    byte[] sign(JsonNode prepared) {
      return sign(Base64.getDecoder().decode(prepared.path("dataToSign").asString()));
    }

    /** As a browser does: ECDSA gives r and s side by side. */
    byte[] sign(byte[] data) {
      try {
        var isRsa = pair.getPrivate().getAlgorithm().equals("RSA");
        var signature =
            Signature.getInstance(isRsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A key made by its holder and certified at the desk by two others. */
  private static Key certified(String userName, String kind) {
    var pair = pair(kind);
    var operation = JsonMapper.shared().readTree(operate(userName, request(pair, pair)).body());
    var approval =
        post(
            "/signing/ca/operations/%s/approval"
                .formatted(operation.path("operationId").asString()),
            Map.of("decidedBy", "officer-2"));
    var serial = JsonMapper.shared().readTree(approval.body()).path("serial").asString();
    var der =
        server
            .bean(SigningSchema.class)
            .jdbc()
            .sql("select content from signing.certificate where serial = :serial")
            .param("serial", serial)
            .query(byte[].class)
            .single();
    return new Key(pair, serial, der);
  }

  private static HttpResponse<byte[]> operate(String userName, String request) {
    return post(
        "/signing/ca/operations",
        Map.of(
            "kind", "ISSUE",
            "userName", userName,
            "displayName", "Aziza Karimova",
            "position", "boshliq",
            "identityKind", "PASSPORT",
            "requestedBy", "officer-1",
            "certificationRequest", request));
  }

  private static String request(KeyPair shown, KeyPair signing) {
    try {
      var isRsa = signing.getPrivate().getAlgorithm().equals("RSA");
      var signer =
          new JcaContentSignerBuilder(isRsa ? "SHA256withRSA" : "SHA256withECDSA")
              .build(signing.getPrivate());
      var request =
          new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=any"), shown.getPublic())
              .build(signer);
      var base64 = Base64.getMimeEncoder().encodeToString(request.getEncoded());
      return "-----BEGIN CERTIFICATE REQUEST-----\n%s\n-----END CERTIFICATE REQUEST-----\n"
          .formatted(base64);
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(String kind) {
    try {
      var generator = KeyPairGenerator.getInstance(kind);
      if (kind.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        generator.initialize(3072);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void revoke(Key key) {
    post(
        "/signing/certificates/" + key.serial() + "/revocation",
        Map.of("reason", "KEY_COMPROMISE", "revokedBy", "admin"));
  }

  private static HttpResponse<byte[]> post(String path, Map<String, Object> body) {
    var json = JsonMapper.shared().writeValueAsString(body);
    return server.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(JobContext job, String code, String message) {
    var error =
        catchThrowableOfType(BpmnErrorException.class, () -> server.handle("pdf-sign", job));

    assertThat(error).hasMessageContaining(message);
    assertThat(error.code()).isEqualTo(code);
  }
}
