package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.signing.SigningServer;

/** What holders ask the registration desk for. */
class ApplicationsIT {
  private final SigningServer server = SigningServer.shared();

  @Test
  void shouldTakeCheckAndIssueWithTwoOfficers() {
    // given
    var id = apply("apply-1", "ISSUE", null);
    assertThat(state(id)).isEqualTo("WAITING");
    // when
    step(id, "taking", Map.of("officer", "clerk"), 200);
    assertThat(state(id)).isEqualTo("TAKEN");
    step(id, "check", Map.of("officer", "clerk", "identityKind", "PASSPORT", "months", 6), 200);
    // then
    assertThat(state(id)).isEqualTo("CHECKED");
    assertThat(certificates("apply-1")).isEmpty();
    var operation = one(id).path("operationId").asString();
    assertThat(approve(operation, "clerk").statusCode()).isEqualTo(422);
    assertThat(approve(operation, "officer").statusCode()).isEqualTo(200);
    assertThat(state(id)).isEqualTo("DONE");
    assertThat(one(id).path("resultSerial").asString())
        .isEqualTo(certificates("apply-1").get(0).path("serial").asString());
    assertThat(server.bean(PkiJournal.class).before(Long.MAX_VALUE, 10, id))
        .extracting(PkiEvent::action)
        .containsExactly("APPLICATION_CHECKED", "APPLICATION_TAKEN", "APPLICATION_MADE");
  }

  @Test
  void shouldKeepOneOfAKindInTheQueue() {
    var first = apply("apply-2", "ISSUE", null);

    assertThat(apply("apply-2", "ISSUE", null)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taking", "check", "refusal"})
  void shouldBeForOfficersOnly(String step) {
    var id = apply("apply-3", "ISSUE", null);

    step(
        id,
        step,
        Map.of("officer", "apply-3", "identityKind", "PASSPORT", "reason", "DUPLICATE"),
        403);

    assertThat(state(id)).isEqualTo("WAITING");
  }

  @Test
  void shouldNotLetAnOfficerWorkOnTheOwnOne() {
    var id = apply("clerk", "ISSUE", null);

    step(id, "taking", Map.of("officer", "clerk"), 422);
    step(id, "taking", Map.of("officer", "officer"), 200);
    step(id, "refusal", Map.of("officer", "officer", "reason", "DUPLICATE"), 200);
  }

  @Test
  void shouldBeCheckedByTheOfficerWhoTookItLast() {
    var id = apply("apply-4", "ISSUE", null);
    step(id, "check", Map.of("officer", "clerk", "identityKind", "PASSPORT"), 422);
    step(id, "taking", Map.of("officer", "clerk"), 200);
    step(id, "taking", Map.of("officer", "officer"), 200);

    step(id, "check", Map.of("officer", "clerk", "identityKind", "PASSPORT"), 422);
    step(id, "refusal", Map.of("officer", "officer", "reason", "IDENTITY_NOT_PROVEN"), 200);

    assertThat(state(id)).isEqualTo("REFUSED");
    assertThat(one(id).path("refusal").asString()).isEqualTo("IDENTITY_NOT_PROVEN");
    step(id, "taking", Map.of("officer", "clerk"), 422);
  }

  @Test
  void shouldRevokeAsAskedByTheHolder() {
    var serial = issued("apply-5");
    var id = apply("apply-5", "REVOKE", serial);
    step(id, "taking", Map.of("officer", "officer"), 200);
    step(id, "check", Map.of("officer", "officer", "identityKind", "ID_CARD"), 200);

    assertThat(state(id)).isEqualTo("DONE");
    assertThat(certificates("apply-5").get(0).path("state").asString()).isEqualTo("REVOKED");
    assertThat(post("", wish("apply-5", "REVOKE", serial)).statusCode()).isEqualTo(422);
  }

  @Test
  void shouldExtendAndLiftWithTwoOfficers() {
    var serial = issued("apply-6");
    var extension = carriedOut(apply("apply-6", "EXTEND", serial));
    assertThat(certificates("apply-6")).hasSize(2);
    assertThat(server.json("/signing/certificates/" + extension).path("extensionOf").asString())
        .isEqualTo(serial);
    assertThat(post("", wish("apply-6", "LIFT", serial)).statusCode()).isEqualTo(422);
    var own = "/signing/ca/suspensions/" + serial;
    assertThat(send(own, Map.of("decidedBy", "somebody")).statusCode()).isEqualTo(403);
    assertThat(send(own, Map.of("decidedBy", "apply-6")).statusCode()).isEqualTo(204);

    carriedOut(apply("apply-6", "LIFT", serial));

    assertThat(server.json("/signing/certificates/" + serial).path("state").asString())
        .isEqualTo("VALID");
  }

  @Test
  void shouldNotAskForTheCertificateOfAnother() {
    var serial = issued("apply-7");

    assertThat(post("", wish("apply-8", "REVOKE", serial)).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldFindCertificatesByNumberHolderAndName() {
    var serial = issued("apply-9");

    for (var text : new String[] {serial, "apply-9", "PILOT apply-9"}) {
      var found = server.json("/signing/certificates/search?q=" + text.replace(" ", "%20"));
      assertThat(found).as(text).hasSize(1);
      assertThat(found.get(0).path("userName").asString()).isEqualTo("apply-9");
    }
  }

  private String issued(String user) {
    return carriedOut(apply(user, "ISSUE", null));
  }

  private String carriedOut(String id) {
    step(id, "taking", Map.of("officer", "clerk"), 200);
    step(id, "check", Map.of("officer", "clerk", "identityKind", "PASSPORT"), 200);
    approve(one(id).path("operationId").asString(), "officer");
    return one(id).path("resultSerial").asString();
  }

  private static Map<String, Object> wish(String user, String kind, String serial) {
    var wish = new HashMap<String, Object>();
    wish.put("kind", kind);
    wish.put("userName", user);
    wish.put("displayName", "Test PILOT " + user);
    wish.put("position", "tester");
    wish.put("serial", serial);
    if (kind.equals("REVOKE")) {
      wish.put("reason", "KEY_COMPROMISE");
    }
    return wish;
  }

  private String apply(String user, String kind, String serial) {
    var response = post("", wish(user, kind, serial));
    assertThat(response.statusCode()).isEqualTo(201);
    return JsonMapper.shared().readTree(response.body()).path("applicationId").asString();
  }

  private JsonNode one(String id) {
    return server.json("/signing/ca/applications/" + id);
  }

  private String state(String id) {
    return one(id).path("state").asString();
  }

  private JsonNode certificates(String user) {
    return server.json("/signing/certificates?user=" + user);
  }

  private void step(String id, String step, Map<String, Object> body, int status) {
    assertThat(post("/" + id + "/" + step, body).statusCode()).as(step).isEqualTo(status);
  }

  private HttpResponse<byte[]> approve(String operationId, String by) {
    return send("/signing/ca/operations/" + operationId + "/approval", Map.of("decidedBy", by));
  }

  private HttpResponse<byte[]> post(String path, Map<String, Object> body) {
    return send("/signing/ca/applications" + path, body);
  }

  private HttpResponse<byte[]> send(String path, Map<String, Object> body) {
    var json = JsonMapper.shared().writeValueAsString(body);
    return server.post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
