package uz.yagona.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.support.FiledRequest;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.portal.user.Users;

class StaffIT {
  private static final String DIGEST = "ab".repeat(32);
  private static final AtomicLong KEYS = new AtomicLong(700_000);

  private final RunningPortal portal = RunningPortal.get();
  private final long key = KEYS.addAndGet(10);
  private final String number = "UZ-MRJ-2026-9" + key;

  @Test
  void shouldListTheTaskOfTheGroupAndClaimIt() {
    request("<script>alert(1)</script>", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = Visitor.signedIn("cadastre1");

    var list = visitor.get("/tasks?lang=en&tab=group&q=" + number);
    var page = visitor.submit(list.form("/claim"), Map.of(), null);

    assertThat(list.html().select("a[href='/tasks/" + key + "']").text()).isEqualTo(number);
    assertThat(list.html().text()).contains("overdue");
    assertThat(page.path()).isEqualTo("/tasks/" + key);
    assertThat(portal.engine().task(key)).containsEntry("assignee", "cadastre1");
    assertThat(page.html().text()).contains("<script>alert(1)</script>", "Aziza Karimova");
    assertThat(page.html().select("main script")).isEmpty();
  }

  @Test
  void shouldLetOnlyMembersOfTheGroupClaim() {
    request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = Visitor.signedIn("social1");
    var token = visitor.get("/tasks").html().select("input[name=_csrf]").attr("value");

    var refused = visitor.post("/tasks/" + key + "/claim", Map.of("_csrf", List.of(token)));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(portal.engine().task(key)).doesNotContainKey("assignee");
    assertThat(visitor.get("/tasks/" + key).status()).isEqualTo(403);
  }

  @Test
  void shouldKeepTheCaseFromOtherBodies() {
    var id = request("text", StaffTask.REVIEW, "cadastre-reviewers");

    assertThat(Visitor.signedIn("social1").get("/cases/" + id).status()).isEqualTo(403);
    assertThat(Visitor.signedIn("cadastre-head").get("/cases/" + id).status()).isEqualTo(200);
    assertThat(Visitor.signedIn("cadastre1").get("/cases/" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  @Test
  void shouldAskForNormAndCureOfARefusal() {
    request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = holder("cadastre1");
    var form = visitor.get("/tasks/" + key + "?lang=en").form("/tasks/" + key);

    var page = visitor.submit(form, Map.of("_outcome", "REFUSE"), "_action=send");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().title()).startsWith("Error: ");
    assertThat(page.html().select(".govuk-error-summary a").eachAttr("href"))
        .contains("#f-norm", "#f-cure");
    assertThat(portal.engine().callsTo("/v2/user-tasks/" + key + "/completion")).isEmpty();
  }

  @Test
  void shouldKeepTheTextsAndTellTheEngineTheOutcomeOnly() {
    var id = request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = holder("cadastre1");

    var page = approve(visitor);

    assertThat(page.path()).isEqualTo("/cases/" + id);
    assertThat(completion()).isEqualTo(Map.of("outcome", "APPROVE", "reviewer", "cadastre1"));
    assertThat(portal.bean(Reviews.class).author(id)).contains("cadastre1");
    assertThat(page.html().text()).contains("Plan was corrected");
  }

  @Test
  void shouldAskExactlyTheMarkedFields() {
    request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = holder("cadastre1");
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);
    var chosen = visitor.submit(form, Map.of("_outcome", "ASK"), "_action=rerender");

    visitor.submit(
        chosen.form("/tasks/" + key),
        Map.of(
            "_outcome", "ASK", "askedFields", "phone", "askMessage", "Telefon raqamini tekshiring"),
        "_action=send");

    assertThat(completion())
        .isEqualTo(
            Map.of("outcome", "ASK", "reviewer", "cadastre1", "askedFields", List.of("phone")));
  }

  @Test
  void shouldSendTheSecondClickNowhere() {
    request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = holder("cadastre1");
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);
    approve(visitor);

    var again = visitor.submit(form, Map.of("_outcome", "APPROVE"), "_action=send");

    assertThat(again.path()).startsWith("/cases/");
    assertThat(portal.engine().callsTo("/v2/user-tasks/" + key + "/completion")).hasSize(1);
  }

  @Test
  void shouldTakeTheTextsBackWhenTheEngineRefuses() {
    var id = request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = holder("cadastre1");
    portal.engine().refuse("/v2/user-tasks/" + key + "/completion", 409);

    var page = approve(visitor);

    assertThat(page.path()).isEqualTo("/tasks");
    assertThat(portal.bean(Reviews.class).author(id)).isEmpty();
  }

  @Test
  void shouldLetOnlyTheHolderSend() {
    request("text", StaffTask.REVIEW, "cadastre-reviewers");
    var visitor = holder("cadastre1");
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);
    portal.engine().task(key).put("assignee", "cadastre2");

    var page = visitor.submit(form, Map.of("_outcome", "APPROVE"), "_action=send");

    assertThat(page.path()).isEqualTo("/tasks");
    assertThat(portal.engine().callsTo("/v2/user-tasks/" + key + "/completion")).isEmpty();
  }

  @Test
  void shouldSignTheVeryFileShown() {
    request("text", StaffTask.SIGN, "cadastre-heads");
    var visitor = holder("cadastre-head");
    var page = visitor.get("/tasks/" + key + "?lang=en");

    visitor.submit(page.form("/tasks/" + key), Map.of(), "_outcome=SIGN");

    assertThat(page.html().text()).contains(DIGEST, "ZRU-793");
    assertThat(completion())
        .isEqualTo(
            Map.of(
                "signOutcome",
                "SIGN",
                "signer",
                "cadastre-head",
                "signedDigest",
                DIGEST,
                "remoteSignatureId",
                ""));
  }

  @Test
  void shouldNotSignAnotherFileThanTheOneShown() {
    request("text", StaffTask.SIGN, "cadastre-heads");
    var visitor = holder("cadastre-head");
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);

    var page = visitor.submit(form, Map.of("digest", "cd".repeat(32)), "_outcome=SIGN");

    assertThat(page.path()).isEqualTo("/tasks/" + key);
    assertThat(portal.engine().callsTo("/v2/user-tasks/" + key + "/completion")).isEmpty();
  }

  @Test
  void shouldReturnADraftWithAReasonOnly() {
    request("text", StaffTask.SIGN, "cadastre-heads");
    var visitor = holder("cadastre-head");
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);

    var refused = visitor.submit(form, Map.of(), "_outcome=RETURN");
    visitor.submit(
        refused.form("/tasks/" + key),
        Map.of("returnReason", "Asoslar toʻliq yozilmagan, qoʻshing"),
        "_outcome=RETURN");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(completion()).containsEntry("signOutcome", "RETURN").containsKey("returnReason");
  }

  @Test
  void shouldNotLetTheAuthorSign() {
    var id = request("text", StaffTask.SIGN, "cadastre-heads");
    var author = portal.bean(Users.class).find("cadastre-head").orElseThrow();
    var visitor = holder("cadastre-head");
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);
    portal.bean(Reviews.class).store(id, "earlier-" + key, author, "APPROVE", Map.of());

    var refused = visitor.submit(form, Map.of(), "_outcome=SIGN");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(visitor.get("/tasks/" + key).html().select("button[value=SIGN]")).isEmpty();
    assertThat(portal.engine().callsTo("/v2/user-tasks/" + key + "/completion")).isEmpty();
  }

  @Test
  void shouldSayWhyADocumentWasNotSignedAndWhatIsToBeDone() {
    request("text", StaffTask.REVIEW_SIGNING, "cadastre-heads");
    var visitor = holder("cadastre-head");
    var page = visitor.get("/tasks/" + key + "?lang=en");

    var refused = visitor.submit(page.form("/tasks/" + key), Map.of(), "_outcome=OTHER");
    visitor.submit(
        refused.form("/tasks/" + key), Map.of("otherSigner", "deputy"), "_outcome=OTHER");

    assertThat(page.html().text()).contains("Solve the problem of signing", "is not valid");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(completion()).isEqualTo(Map.of("signingReview", "OTHER", "otherSigner", "deputy"));
  }

  private UUID request(String text, String element, String group) {
    var state = element.equals(StaffTask.SIGN) ? "SIGNING" : "IN_REVIEW";
    var id = FiledRequest.put(portal, number, state, LocalDate.of(2026, 1, 15), text);
    var variables = new HashMap<String, Object>();
    variables.put("requestId", id.toString());
    variables.put("serviceCode", "murojaat");
    if (!element.equals(StaffTask.REVIEW)) {
      variables.put(
          "signProblem", element.equals(StaffTask.REVIEW_SIGNING) ? "CERTIFICATE_NOT_VALID" : null);
      variables.put("documentId", "doc-" + key);
      variables.put("documentNumber", "UZ-DOC-2026-000009");
      variables.put("documentDigest", DIGEST);
    }
    portal.engine().task(key, element, group, variables);
    return id;
  }

  private Visitor holder(String userName) {
    portal.engine().task(key).put("assignee", userName);
    return Visitor.signedIn(userName);
  }

  private Visitor.Page approve(Visitor visitor) {
    var form = visitor.get("/tasks/" + key).form("/tasks/" + key);
    var chosen = visitor.submit(form, Map.of("_outcome", "APPROVE"), "_action=rerender");
    return visitor.submit(
        chosen.form("/tasks/" + key),
        Map.of(
            "_outcome", "APPROVE",
            "facts", "The plan was compared with the land.",
            "norm", "OʻRQ-445, 16-modda",
            "decision", "Plan was corrected as you asked."),
        "_action=send");
  }

  private Map<String, Object> completion() {
    var calls = portal.engine().callsTo("/v2/user-tasks/" + key + "/completion");
    assertThat(calls).hasSize(1);
    @SuppressWarnings("unchecked")
    var variables = (Map<String, Object>) Json.readObject(calls.get(0).body()).get("variables");
    return variables;
  }
}
