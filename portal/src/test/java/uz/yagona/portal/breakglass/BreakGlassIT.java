package uz.yagona.portal.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.journal.JournalEntry;
import uz.yagona.portal.support.FiledRequest;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class BreakGlassIT {
  private static final AtomicLong KEYS = new AtomicLong(980_000);

  private final RunningPortal portal = RunningPortal.get();
  private final JdbcClient jdbc = portal.bean(JdbcClient.class);
  private final long key = KEYS.addAndGet(10);
  private final String number = "UZ-MRJ-2026-7" + key;
  private final UUID id =
      FiledRequest.put(portal, number, "IN_REVIEW", LocalDate.of(2026, 12, 15), "text of the case");

  BreakGlassIT() {
    jdbc.sql("delete from portal.break_glass where user_name = 'social1'").update();
    portal
        .engine()
        .task(key, "review-request", "cadastre-reviewers", Map.of("requestId", id.toString()));
  }

  @Test
  void shouldLetAnOfficialReadAndTellTheApplicantAtOnce() {
    // given
    var official = Visitor.signedIn("social1");
    assertThat(official.get("/cases/" + id).status()).isEqualTo(403);
    // when
    var opened = open(official, "DANGER");
    // then
    assertThat(opened.path()).isEqualTo("/cases/" + id);
    assertThat(opened.html().text()).contains("Aziza Karimova", "text of the case");
    assertThat(official.get("/tasks/" + key).status()).isEqualTo(403);
    assertThat(official.get("/evidence/" + id).status()).isEqualTo(403);
    var applicant = Visitor.signedIn("aziza");
    assertThat(applicant.get("/notices?lang=en").html().text())
        .contains(number + ": read in an emergency");
    assertThat(applicant.get("/my-data?lang=en").html().text())
        .contains("Emergency access, to be reviewed");
    assertThat(actions()).contains("BREAK_GLASS", "READ_PERSONAL");
  }

  @Test
  void shouldEndByItself() {
    var official = Visitor.signedIn("social1");
    open(official, "ABSENCE");
    jdbc.sql("update portal.break_glass set expires_at = now() where request_id = :id")
        .param("id", id)
        .update();
    assertThat(official.get("/cases/" + id).status()).isEqualTo(403);
  }

  @Test
  void shouldWaitForTheVerdictOfAnAuditor() {
    // given
    open(Visitor.signedIn("social1"), "FAULT");
    var auditor = Visitor.signedIn("auditor");
    var grant =
        jdbc.sql("select grant_id from portal.break_glass where request_id = :id")
            .param("id", id)
            .query(UUID.class)
            .single();
    // when
    var queue = auditor.get("/break-glass/reviews?lang=en");
    assertThat(queue.html().text()).contains(number, "Rights are set wrongly");
    var done = auditor.submit(queue.form("/reviews/" + grant), Map.of(), "verdict=NOT_JUSTIFIED");
    var again = auditor.submit(queue.form("/reviews/" + grant), Map.of(), "verdict=JUSTIFIED");
    // then
    assertThat(done.html().text()).contains("The verdict was written.");
    assertThat(again.html().text()).contains("There was a verdict before.");
    assertThat(actions()).contains("BREAK_GLASS_REVIEW");
  }

  @Test
  void shouldAskForAReasonAndAKnownNumber() {
    var official = Visitor.signedIn("social1");
    assertThat(open(official, "CURIOSITY").path()).isEqualTo("/break-glass");
    var form = official.get("/break-glass?lang=en").form("/break-glass");
    var unknown = official.submit(form, Map.of("number", "UZ-MRJ-1", "reason", "DANGER"), null);
    assertThat(unknown.html().text()).contains("There is no request with this number.");
    assertThat(official.get("/cases/" + id).status()).isEqualTo(403);
  }

  @Test
  void shouldGiveThreeAtOnceAtMost() {
    var official = Visitor.signedIn("social1");
    for (var i = 0; i < 3; i++) {
      var other = "UZ-MRJ-2026-6%d%d".formatted(key, i);
      FiledRequest.put(portal, other, "IN_REVIEW", LocalDate.of(2026, 12, 15), "other");
      var form = official.get("/break-glass?lang=en").form("/break-glass");
      official.submit(form, Map.of("number", other, "reason", "DANGER"), null);
    }
    assertThat(open(official, "DANGER").html().text()).contains("three such rights");
  }

  @Test
  void shouldBeForOfficialsAndItsReviewForAuditors() {
    assertThat(Visitor.signedIn("aziza").get("/break-glass").status()).isEqualTo(403);
    assertThat(Visitor.signedIn("operator").get("/break-glass").status()).isEqualTo(403);
    assertThat(Visitor.signedIn("social1").get("/break-glass/reviews").status()).isEqualTo(403);
  }

  private Visitor.Page open(Visitor official, String reason) {
    var form = official.get("/break-glass?lang=en").form("/break-glass");
    return official.submit(
        form, Map.of("number", number, "reason", reason, "reference", "103-7"), null);
  }

  private List<String> actions() {
    return portal.bean(Journal.class).page(Long.MAX_VALUE, 100, null, "request:" + id).stream()
        .map(JournalEntry::action)
        .toList();
  }
}
