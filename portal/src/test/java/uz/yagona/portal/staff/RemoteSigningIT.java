package uz.yagona.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalEntry;
import uz.yagona.portal.support.FiledRequest;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class RemoteSigningIT {
  private static final String DIGEST = "cd".repeat(32);
  private static final AtomicLong KEYS = new AtomicLong(790_000);

  private final RunningPortal portal = RunningPortal.get();
  private final long key = KEYS.addAndGet(10);
  private final String id = UUID.randomUUID().toString();
  private final String path = "/tasks/" + key + "/remote-signatures";

  @Test
  void shouldPassOnWhatTheHolderSignedAndJournalDocumentAndMethod() {
    var requestId = task("cadastre-head");
    portal
        .signing()
        .json(
            "POST /signing/remote-signatures",
            "{\"remoteSignatureId\":\"%s\",\"dataToSign\":\"AQID\"}".formatted(id));
    portal
        .signing()
        .json(
            "PUT /signing/remote-signatures/%s/value".formatted(id),
            "{\"method\":\"OWN_KEY\",\"certificateSerial\":\"1a2b\"}");
    var head = Visitor.signedIn("cadastre-head");

    var prepared = post(head, "", Map.of("method", "OWN_KEY", "digest", DIGEST));
    var given = post(head, "/" + id, Map.of("value", "AQID"));

    assertThat(prepared.text()).contains(id, "AQID");
    assertThat(given.status()).isEqualTo(200);
    assertThat(journal(requestId))
        .anySatisfy(
            entry ->
                assertThat(entry.detailJson())
                    .contains("OWN_KEY", "1a2b", "UZ-DOC-2026-000009", id));
  }

  @Test
  void shouldRefuseOthersThanTheHolderOtherFilesAndEImzoWhereItIsNotSetUp() {
    var requestId = task("cadastre-head");
    var stranger = Visitor.signedIn("social-head");
    var head = Visitor.signedIn("cadastre-head");

    assertThat(post(stranger, "", Map.of("method", "OWN_KEY", "digest", DIGEST)).status())
        .isEqualTo(403);
    var other = post(head, "", Map.of("method", "OWN_KEY", "digest", "0".repeat(64)));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text()).contains("DIGEST_MISMATCH");
    assertThat(post(head, "", Map.of("method", "E_IMZO", "digest", DIGEST)).text())
        .contains("NOT_OFFERED");
    assertThat(journal(requestId)).noneMatch(entry -> entry.action().equals("SIGN"));
  }

  @Test
  void shouldOfferEImzoAndOpenThePolicyOnlyWhereItIsSetUp() {
    task("cadastre-head");

    var page = Visitor.signedIn("cadastre-head").get("/tasks/" + key);

    assertThat(page.html().select("input[name=signingMethod]").eachAttr("value"))
        .containsExactly("LOCAL", "OWN_KEY");
    assertThat(page.header("Content-Security-Policy")).contains("connect-src 'self';");
  }

  private UUID task(String holder) {
    var number = "UZ-MRJ-2026-8" + key;
    var requestId = FiledRequest.put(portal, number, "SIGNING", LocalDate.of(2026, 1, 15), "text");
    var variables = new HashMap<String, Object>();
    variables.put("requestId", requestId.toString());
    variables.put("serviceCode", "murojaat");
    variables.put("documentId", UUID.randomUUID().toString());
    variables.put("documentNumber", "UZ-DOC-2026-000009");
    variables.put("documentDigest", DIGEST);
    portal.engine().task(key, StaffTask.SIGN, "cadastre-heads", variables);
    portal.engine().task(key).put("assignee", holder);
    return requestId;
  }

  private Visitor.Page post(Visitor visitor, String end, Map<String, String> values) {
    var fields = new HashMap<String, List<String>>();
    values.forEach((name, value) -> fields.put(name, List.of(value)));
    var token = visitor.get("/tasks").html().select("input[name=_csrf]").attr("value");
    fields.put("_csrf", List.of(token));
    return visitor.post(path + end, fields);
  }

  private List<JournalEntry> journal(UUID requestId) {
    return portal.bean(Journal.class).page(Long.MAX_VALUE, 100, null, "request:" + requestId);
  }
}
