package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.SigningServer;

/** Certificates by request and check, suspension, and the journal of it all. */
class RegistrationDeskIT {
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @Test
  void shouldIssueOnlyAfterASecondPersonApproved() throws Exception {
    var id = request(issue("desk-1", 12));

    assertRefused(
        approve(id, "clerk"), "Expected a second person to decide, but clerk asked for it");
    assertThat(approve(id, "desk-1").statusCode()).as("no officer").isEqualTo(403);
    assertThat(server.json("/signing/certificates?user=desk-1")).isEmpty();
    var approved = approve(id, "officer");

    assertThat(approved.statusCode()).isEqualTo(200);
    assertRefused(
        approve(id, "officer"), "Expected operation %s to be open, but it is DONE".formatted(id));
    var certificate = certificate(serial(approved));
    var from = certificate.getNotBefore().toInstant().atZone(ZoneOffset.UTC);
    assertThat(certificate.getNotAfter().toInstant())
        .isEqualTo(from.plus(Period.ofMonths(12)).minusSeconds(1).toInstant());
    var openssl = new OpenSsl(directory, server);
    openssl.fetch();
    openssl.pem("signer.pem", certificate.getEncoded(), "CERTIFICATE");
    assertThat(openssl.verify("signer.pem")).contains("signer.pem: OK");
  }

  @Test
  void shouldKeepWithinPolicy() {
    assertRefused(post("", issue("desk-2", 25)), "Expected 1 to 24 months, but got 25");
    var own = new HashMap<>(issue("clerk", 24));
    assertRefused(post("", own), "Expected another person than the holder, but both are clerk");
    own.put("requestedBy", "desk-2");
    assertThat(post("", own).statusCode()).as("no officer").isEqualTo(403);
    var refused = request(issue("desk-2", 24));
    var reason = Map.<String, Object>of("decidedBy", "officer", "reason", "document expired");
    assertThat(post("/" + refused + "/refusal", reason).statusCode()).isEqualTo(204);
    assertThat(approve(refused, "officer").statusCode()).isEqualTo(422);
  }

  @Test
  void shouldGiveAPersonSeveralKeys() {
    var first = serial(approve(request(issue("desk-3", 24)), "officer"));
    var second = serial(approve(request(issue("desk-3", 24)), "officer"));

    assertThat(certificate(first).getPublicKey()).isNotEqualTo(certificate(second).getPublicKey());
    assertThat(server.json("/signing/certificates?user=desk-3")).hasSize(2);
  }

  @Test
  void shouldIssueASealForAnOrganisation() {
    var body = new HashMap<>(issue("organisation:CADASTRE", 12));
    body.put("displayName", "Kadastr agentligi");

    var serial = serial(approve(request(body), "officer"));

    assertThat(certificate(serial).getSubjectX500Principal().getName())
        .contains("CN=Kadastr agentligi", "OU=Yagona PILOT");
    assertThat(server.bean(CertificateRepository.class).find(serial).orElseThrow().profile())
        .isEqualTo(CertificateProfile.SEAL);
  }

  @Test
  void shouldExtendAKeyTwiceAndNoMore() {
    var first = serial(approve(request(issue("desk-4", 24)), "officer"));
    var second = serial(approve(request(on("EXTEND", first)), "officer"));
    var third = serial(approve(request(on("EXTEND", second)), "officer"));

    assertThat(certificate(third).getPublicKey()).isEqualTo(certificate(first).getPublicKey());
    assertThat(certificate(third).getSubjectX500Principal())
        .isEqualTo(certificate(first).getSubjectX500Principal());
    assertRefused(
        post("", on("EXTEND", third)),
        "Expected at most 2 extensions of one key, but %s has them".formatted(third));
  }

  @Test
  void shouldPutOnHoldAtOnceAndTakeOffWithFourEyes() throws Exception {
    var serial = serial(approve(request(issue("desk-5", 24)), "officer"));
    var openssl = new OpenSsl(directory, server);
    openssl.pem("signer.pem", certificate(serial).getEncoded(), "CERTIFICATE");
    assertRefused(
        post("", on("LIFT", serial)),
        "Expected certificate %s to be on hold, but it is not".formatted(serial));

    var held = Map.<String, Object>of("decidedBy", "desk-5");
    assertThat(send("/signing/ca/suspensions/" + serial, held).statusCode()).isEqualTo(204);

    openssl.fetch();
    assertThat(openssl.status("signer.pem"))
        .contains("Response verify OK", "signer.pem: revoked", "Reason: certificateHold");
    assertThat(openssl.verify("signer.pem")).contains("error 23");
    assertThat(server.json("/signing/certificates?user=desk-5").get(0).path("state").asString())
        .isEqualTo("SUSPENDED");
    assertThat(server.bean(SignerCredentials.class).find("desk-5")).isEmpty();
    assertRefused(
        post("", on("EXTEND", serial)),
        "Expected certificate %s to be in force, but it is revoked or on hold".formatted(serial));

    approve(request(on("LIFT", serial)), "officer");

    openssl.fetch();
    assertThat(openssl.status("signer.pem")).contains("signer.pem: good");
    assertThat(openssl.verify("signer.pem")).contains("signer.pem: OK");
    assertThat(server.bean(SignerCredentials.class).find("desk-5")).isPresent();
  }

  @Test
  void shouldJournalEveryStepInAChainThatShowsChanges() {
    var id = request(issue("desk-6", 24));
    var serial = serial(approve(id, "officer"));
    server.bean(SignerCredentials.class).revoke(serial, RevocationReason.SUPERSEDED, "officer");

    var events = server.bean(PkiJournal.class).after(0);
    assertThat(events)
        .extracting(PkiEvent::action, PkiEvent::object)
        .contains(
            tuple("ISSUE_REQUESTED", id),
            tuple("ISSUE_APPROVED", id),
            tuple("CERTIFICATE_ISSUED", serial),
            tuple("CERTIFICATE_REVOKED", serial));
    assertThat(server.json("/signing/ca/events/check").path("whole").asBoolean()).isTrue();
    var jdbc = server.bean(SigningSchema.class).jdbc();
    assertThatThrownBy(() -> jdbc.sql("update signing.pki_event set actor = 'nobody'").update())
        .hasMessageContaining("only added to");
  }

  @Test
  void shouldNameTheFirstEntryThatIsNotAsItWasWritten() {
    var at = Instant.parse("2026-11-25T10:00:00Z");
    var first = PkiEvent.after(1, PkiEvent.START, at, "clerk", "ISSUE_REQUESTED", "a", "");
    var second = PkiEvent.after(2, first.hash(), at, "officer", "ISSUE_APPROVED", "a", "");
    var changed =
        new PkiEvent(2, at, "clerk", "ISSUE_APPROVED", "a", "", first.hash(), second.hash());

    assertThat(first.follows(0, PkiEvent.START)).isTrue();
    assertThat(second.follows(1, first.hash())).isTrue();
    assertThat(changed.follows(1, first.hash())).isFalse();
    assertThat(second.follows(0, PkiEvent.START)).as("the one before was removed").isFalse();
  }

  private static Map<String, Object> issue(String user, int months) {
    return Map.of(
        "kind", "ISSUE",
        "userName", user,
        "displayName", "Test PILOT " + user,
        "position", "tester",
        "identityKind", "PASSPORT",
        "months", months,
        "requestedBy", "clerk");
  }

  private static Map<String, Object> on(String kind, String serial) {
    return Map.of("kind", kind, "serial", serial, "requestedBy", "clerk");
  }

  private String request(Map<String, Object> body) {
    var response = post("", body);
    assertThat(response.statusCode()).isEqualTo(201);
    return JsonMapper.shared().readTree(response.body()).path("operationId").asString();
  }

  private HttpResponse<byte[]> approve(String operationId, String by) {
    return post("/" + operationId + "/approval", Map.of("decidedBy", by));
  }

  private static String serial(HttpResponse<byte[]> response) {
    return JsonMapper.shared().readTree(response.body()).path("serial").asString();
  }

  private X509Certificate certificate(String serial) {
    return server.bean(CertificateRepository.class).find(serial).orElseThrow().certificate();
  }

  private HttpResponse<byte[]> post(String path, Map<String, Object> body) {
    return send("/signing/ca/operations" + path, body);
  }

  private HttpResponse<byte[]> send(String path, Map<String, Object> body) {
    var json = JsonMapper.shared().writeValueAsString(body);
    return server.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(HttpResponse<byte[]> response, String detail) {
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains(detail);
  }
}
