package uz.yagona.portal.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalEntry;
import uz.yagona.portal.support.InternalCaller;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class DeskIT {
  private static final String SERIAL = "ab12cd";

  private final RunningPortal portal = RunningPortal.get();
  private final UUID id = UUID.randomUUID();
  private final UUID operation = UUID.randomUUID();

  @BeforeEach
  void nothing() {
    var signing = portal.signing();
    signing.json("GET /signing/ca/applications", "[]");
    signing.json("GET /signing/ca/applications?closed=true", "[]");
    signing.json("GET /signing/ca/operations?state=REQUESTED", "[]");
    signing.json("GET /signing/certificates/search?q=", "[" + certificate("VALID", 0) + "]");
    signing.json("GET /signing/certificates/search?q=cadastre-head", "[]");
    signing.json("GET /signing/certificates/" + SERIAL, certificate("VALID", 0));
    signing.json(
        "GET /signing/certificates?user=cadastre-head", "[" + certificate("VALID", 2) + "]");
    signing.json("GET /signing/ca/applications?user=cadastre-head", "[]");
    signing.json("GET /signing/certificates?user=cadastre1", "[]");
    signing.json("GET /signing/ca/applications?user=cadastre1", "[]");
    signing.json("GET /signing/ca/events/check", "{\"whole\": false, \"firstBroken\": 7}");
    signing.json(
        "GET /signing/ca/events?before=9223372036854775807&limit=50",
        """
        [{"position": 1, "at": "2026-11-25T10:00:00Z", "actor": "system", "action": "CERTIFICATE_ISSUED",
          "object": "ab12cd", "detail": "SIGNER", "hash": "%s"}]
        """
            .formatted("0".repeat(64)));
    signing.json(
        "GET /signing/ca/events?before=9223372036854775807&limit=50&object=" + SERIAL, "[]");
  }

  @ParameterizedTest
  @CsvSource({
    "aziza, /desk, 403",
    "cadastre-head, /desk, 403",
    "auditor, /desk, 403",
    "auditor, /desk/certificates, 403",
    "operator, /desk/journal, 403",
    "aziza, /my-certificates, 403",
    "registrar1, /my-certificates, 403",
    "registrar1, /desk, 200",
    "registrar1, /desk/certificates, 200",
    "registrar1, /desk/journal, 200",
    "auditor, /desk/journal, 200",
    "cadastre-head, /my-certificates, 200",
    "cadastre1, /my-certificates, 200"
  })
  void shouldOpenPagesToTheirRoleOnly(String userName, String path, int status) {
    assertThat(Visitor.signedIn(userName).get(path).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uz-Latn", "uz-Cyrl", "ru", "en"})
  void shouldShowThePagesInEveryLanguage(String language) {
    application("WAITING", null, "cadastre-head");
    operation("registrar2");
    var officer = Visitor.signedIn("registrar1");
    officer.get("/desk?lang=" + language);
    for (var path :
        List.of(
            "/desk",
            "/desk/applications/" + id,
            "/desk/operations/" + operation,
            "/desk/certificates",
            "/desk/certificates/" + SERIAL,
            "/desk/journal?check=yes")) {
      var page = officer.get(path);
      assertThat(page.status()).as(path).isEqualTo(200);
      assertThat(page.html().select("html").attr("lang")).as(path).isEqualTo(language);
      assertThat(page.html().select("main").text()).as(path).doesNotContain("??", "desk.");
    }
  }

  @Test
  void shouldTakeAndCheckWithTheDocumentThatWasShown() {
    // given
    application("WAITING", null, "cadastre-head");
    var officer = Visitor.signedIn("registrar1");
    var taking = officer.get("/desk/applications/" + id + "?lang=en").form("/taking");
    portal
        .signing()
        .json(
            "POST /signing/ca/applications/" + id + "/taking",
            application("TAKEN", "registrar1", "cadastre-head"));
    // when
    var page = officer.submit(taking, Map.of(), null);
    // then the document and the comparison are asked for
    var wrong = officer.submit(page.form("/check"), Map.of("months", "25"), null);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.html().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#identity-PASSPORT", "#compared", "#months");
    portal
        .signing()
        .json(
            "POST /signing/ca/applications/" + id + "/check",
            body("CHECKED", "registrar1", "cadastre-head"));
    var right =
        officer.submit(
            wrong.form("/check"),
            Map.of("identity", "PASSPORT", "compared", "yes", "months", "12"),
            null);
    assertThat(right.path()).isEqualTo("/desk");
    assertThat(right.html().text()).contains("Now a second officer must approve");
    assertThat(journal("ca-application:" + id))
        .anySatisfy(
            entry ->
                assertThat(entry.detail())
                    .containsEntry("identity", "PASSPORT")
                    .containsEntry("after.state", "CHECKED"))
        .anySatisfy(
            entry -> {
              assertThat(entry.action()).isEqualTo("READ_PERSONAL");
              assertThat(entry.detail()).containsEntry("purpose", "IDENTITY");
            });
  }

  @Test
  void shouldLeaveTheSecondDecisionToAnotherOfficer() {
    operation("registrar1");
    var first = Visitor.signedIn("registrar1");
    var page = first.get("/desk/operations/" + operation + "?lang=en");
    assertThat(page.html().text()).contains("another officer approves");
    assertThat(page.html().select("form[action$=/approval]")).isEmpty();
    var token = page.html().select("input[name=_csrf]").first().attr("value");

    var forced =
        first.post("/desk/operations/" + operation + "/approval", Map.of("_csrf", List.of(token)));

    assertThat(forced.html().text()).contains("another officer approves");
    assertThat(journal("ca-operation:" + operation))
        .noneMatch(entry -> entry.action().equals("CERTIFICATE"));
  }

  @Test
  void shouldNotLetAnOfficerDecideOnTheOwnCertificate() {
    application("WAITING", null, "registrar1");
    var officer = Visitor.signedIn("registrar1");
    var page = officer.get("/desk/applications/" + id + "?lang=en");

    assertThat(page.html().text()).contains("Another officer decides on your own certificate");
    assertThat(page.html().select("main form")).isEmpty();
  }

  @Test
  void shouldRevokeOnlyWithAReasonAndJournalBeforeAndAfter() {
    portal.signing().json("POST /signing/certificates/" + SERIAL + "/revocation", "{}");
    var officer = Visitor.signedIn("registrar2");
    var form = officer.get("/desk/certificates/" + SERIAL + "?lang=en").form("/revocation");

    var without = officer.submit(form, Map.of("reason", "BECAUSE"), null);
    assertThat(without.html().text()).contains("Choose a reason");
    var with =
        officer.submit(without.form("/revocation"), Map.of("reason", "KEY_COMPROMISE"), null);

    assertThat(with.html().text()).contains("The certificate is revoked.");
    assertThat(journal("certificate:" + SERIAL))
        .filteredOn(entry -> entry.action().equals("REVOKE"))
        .first()
        .satisfies(
            entry ->
                assertThat(entry.detail())
                    .containsEntry("before.state", "VALID")
                    .containsEntry("after.state", "REVOKED")
                    .containsEntry("reason", "KEY_COMPROMISE"));
  }

  @Test
  void shouldSayWhyAKeyIsNotExtendedAThirdTime() {
    var holder = Visitor.signedIn("cadastre-head");
    var page = holder.get("/my-certificates?lang=en");
    assertThat(page.html().text()).contains("2 of 2");
    assertThat(page.html().select("form[action$=/extension]")).isEmpty();
    var token = page.html().select("input[name=_csrf]").first().attr("value");

    var forced =
        holder.post("/my-certificates/" + SERIAL + "/extension", Map.of("_csrf", List.of(token)));

    assertThat(forced.html().text()).contains("This key was extended twice");
  }

  @Test
  void shouldHandleOwnCertificatesOnly() {
    var stranger = Visitor.signedIn("cadastre1");
    var token =
        stranger.get("/my-certificates").html().select("input[name=_csrf]").first().attr("value");

    var forced =
        stranger.post(
            "/my-certificates/" + SERIAL + "/suspension", Map.of("_csrf", List.of(token)));

    assertThat(forced.status()).isEqualTo(404);
  }

  @Test
  void shouldJournalASearchWithoutItsText() {
    Visitor.signedIn("registrar1").get("/desk/certificates?q=cadastre-head");

    assertThat(journal("certificates"))
        .first()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("SEARCH_PERSONAL");
              assertThat(entry.detailJson()).doesNotContain("cadastre-head");
            });
  }

  @Test
  void shouldTellSigningTheRolesOfPeople() {
    var caller = new InternalCaller();

    assertThat(caller.get("/internal/staff/registrar1/roles").body()).contains("REGISTRAR");
    assertThat(caller.get("/internal/staff/cadastre1/roles").body()).doesNotContain("REGISTRAR");
    assertThat(caller.get("/internal/staff/nobody/roles").status()).isEqualTo(404);
  }

  private List<JournalEntry> journal(String object) {
    return portal.bean(Journal.class).page(Long.MAX_VALUE, 50, null, object);
  }

  /** The application as it stands now. */
  private String application(String state, String takenBy, String holder) {
    var body = body(state, takenBy, holder);
    portal.signing().json("GET /signing/ca/applications/" + id, body);
    portal.signing().json("GET /signing/ca/applications", "[" + body + "]");
    return body;
  }

  private String body(String state, String takenBy, String holder) {
    return """
        {"applicationId": "%s", "kind": "ISSUE", "userName": "%s", "displayName": "Xolmatov Sherzod",
         "position": "Boshqarma boshligʻi", "months": 24, "appliedAt": "2026-11-25T10:00:00Z",
         "takenBy": %s, "state": "%s"}
        """
        .formatted(id, holder, takenBy == null ? "null" : "\"" + takenBy + "\"", state);
  }

  private void operation(String checkedBy) {
    portal
        .signing()
        .json(
            "GET /signing/ca/operations?state=REQUESTED",
            """
            [{"operationId": "%s", "kind": "ISSUE", "userName": "cadastre-head", "displayName": "Xolmatov Sherzod",
              "position": "Boshqarma boshligʻi", "identityKind": "PASSPORT", "months": 12,
              "requestedBy": "%s", "requestedAt": "2026-11-25T10:00:00Z"}]
            """
                .formatted(operation, checkedBy));
  }

  private static String certificate(String state, int extensions) {
    return """
        {"serial": "%s", "userName": "cadastre-head", "subject": "CN=Xolmatov Sherzod,OU=PILOT",
         "notBefore": "2026-11-25T00:00:00Z", "notAfter": "2028-11-25T00:00:00Z", "state": "%s",
         "extensions": %d}
        """
        .formatted(SERIAL, state, extensions);
  }
}
