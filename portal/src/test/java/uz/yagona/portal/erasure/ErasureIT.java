package uz.yagona.portal.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.InternalCaller;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.portal.user.Profile;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.portal.vault.Vault;
import uz.yagona.proof.pack.PackCheck;

class ErasureIT {
  private static final String PINFL = "42506921720011";

  private final RunningPortal portal = RunningPortal.get();
  private final JdbcClient jdbc = portal.bean(JdbcClient.class);
  private final String name = "leaver-" + UUID.randomUUID().toString().substring(0, 8);
  @TempDir Path folder;

  @BeforeEach
  void person() {
    portal
        .signing()
        .pdf("POST /signing/reports", "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    var hash =
        jdbc.sql("select password_hash from portal.user_account where user_name = 'aziza'")
            .query(String.class)
            .single();
    portal
        .bean(Users.class)
        .addCitizen(
            name,
            hash,
            new Profile(
                Map.of(
                    "kind",
                    "PERSON",
                    "name",
                    "Ketmonov Botir",
                    "pinfl",
                    PINFL,
                    "phone",
                    "+998907654321",
                    "region",
                    "1726",
                    "district",
                    "1726269",
                    "address",
                    "Uy 1")));
  }

  @Test
  void shouldTakeTwoOfficersAndLeaveNothingToRead() throws IOException {
    // given a closed case whose term has run out
    var filed = Filed.by(name);
    portal
        .signing()
        .json(
            "DELETE /signing/requests/%s/files".formatted(filed.requestId()), "{\"documents\": 1}");
    close(filed.requestId(), "2001-01-01");
    var found = portal.bean(Vault.class).find("pinfl", PINFL, 1);
    assertThat(found).hasSize(1);
    // when
    var mine = filed.applicant().get("/my-data/erasure");
    var asked = filed.applicant().submit(mine.form("/my-data/erasure"), Map.of(), null);
    var proofPath = asked.html().select("a[href^=/erasure-proof/]").attr("href");
    var page = "/data-officer/erasures/" + proofPath.substring("/erasure-proof/".length());
    confirm("data-officer1", page);
    assertThat(state(page)).isEqualTo("CONFIRMED");
    confirm("data-officer2", page);
    // then
    assertThat(state(page)).isEqualTo("DONE");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from portal.vault_value join portal.user_account using (subject_id)
                    where user_name = :name and (length(sealed) > 0 or blind_index is not null)
                    """)
                .param("name", name)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(portal.bean(Vault.class).find("pinfl", PINFL, 100))
        .doesNotContainAnyElementsOf(found);
    assertThat(filed.applicant().get("/my-data").path()).isEqualTo("/sign-in");
    assertThat(new Visitor().signIn(name, "yagona-demo").path()).isEqualTo("/sign-in");
    // and the proof holds, for whoever has its address
    var proof = new Visitor().get(proofPath + "?lang=ru");
    assertThat(proof.html().text()).contains("Уничтожено").doesNotContain(name, "Ketmonov");
    var pack = new Visitor().get(proofPath + "/pack").response().body();
    var check = PackCheck.of(Files.write(folder.resolve("proof.zip"), pack), List.of());
    assertThat(check.findings()).isEmpty();
    assertThat(check.journal().entries()).isEqualTo(3);
    // and pages of the case still open, without a value
    var official = portal.bean(Users.class).find("legal1").orElseThrow();
    assertThat(
            portal
                .bean(Requests.class)
                .open(filed.requestId(), official, Purpose.REVIEW)
                .text("name"))
        .isEmpty();
  }

  @Test
  void shouldRespectOpenCasesAndTermsAndSayWhich() {
    // given
    var open = Filed.by(name);
    var page = askedFor();
    // when
    var shown = Visitor.signedIn("data-officer2").get(page + "?lang=en");
    // then
    assertThat(shown.html().text()).contains("the case is open");
    assertThat(shown.html().select("form[action$=/confirmation]")).isEmpty();
    // and also when it was closed lately
    close(open.requestId(), "2026-11-01");
    assertThat(Visitor.signedIn("data-officer2").get(page + "?lang=en").html().text())
        .contains("must be kept until 1 November 2031", "Unverified");
    var token = csrf(Visitor.signedIn("data-officer2"), page);
    var answer =
        token.visitor().post(page + "/confirmation", Map.of("_csrf", List.of(token.value())));
    assertThat(answer.html().text()).contains("Saqlanishi shart boʻlgan ishlar bor.");
    assertThat(state(page)).isEqualTo("CONFIRMED");
  }

  @Test
  void shouldNotLetOneOfficerConfirmTwice() {
    var page = askedFor();
    var token = csrf(Visitor.signedIn("data-officer1"), page);
    token.visitor().post(page + "/confirmation", Map.of("_csrf", List.of(token.value())));
    assertThat(state(page)).isEqualTo("CONFIRMED");
  }

  @Test
  void shouldLoseNothingWhenDocumentsCannotBeErased() {
    // given
    var filed = Filed.by(name);
    close(filed.requestId(), "2001-01-01");
    portal.signing().fail("DELETE /signing/requests/%s/files".formatted(filed.requestId()), 500);
    var page = askedFor();
    // when
    var token = csrf(Visitor.signedIn("data-officer2"), page);
    var answer =
        token.visitor().post(page + "/confirmation", Map.of("_csrf", List.of(token.value())));
    // then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(state(page)).isEqualTo("CONFIRMED");
    assertThat(filed.applicant().get("/my-data").status()).isEqualTo(200);
  }

  @Test
  void shouldGiveTheSameToPrograms() {
    var asked =
        new InternalCaller()
            .post(
                "/internal/erasures",
                "{\"userName\": \"%s\", \"ground\": \"UNLAWFUL\", \"requestedBy\": \"data-officer1\"}"
                    .formatted(name));
    assertThat(asked.status()).isEqualTo(201);
    var id = asked.json().get("erasureId");
    var same = decide(id, "data-officer1");
    assertThat(same.status()).isEqualTo(409);
    assertThat(same.body()).contains("Expected another officer");
    assertThat(decide(id, "cadastre1").status()).isEqualTo(403);
    var done = decide(id, "data-officer2");
    assertThat(done.body()).contains("\"state\":\"DONE\"");
  }

  @Test
  void shouldBeForDataOfficersOnly() {
    assertThat(Visitor.signedIn("auditor").get("/data-officer/erasures").status()).isEqualTo(403);
    assertThat(Visitor.signedIn("operator").get("/data-officer/erasures").status()).isEqualTo(403);
  }

  private static InternalCaller.Answer decide(Object id, String officer) {
    return new InternalCaller()
        .post(
            "/internal/erasures/%s/confirmation".formatted(id),
            "{\"decidedBy\": \"%s\"}".formatted(officer));
  }

  private record Token(Visitor visitor, String value) {}

  private static Token csrf(Visitor visitor, String page) {
    return new Token(
        visitor, visitor.get(page).html().select("input[name=_csrf]").first().attr("value"));
  }

  private String askedFor() {
    var officer = Visitor.signedIn("data-officer1");
    var list = officer.get("/data-officer/erasures");
    return officer
        .submit(list.form("/data-officer/erasures"), Map.of("userName", name), null)
        .path();
  }

  private static void confirm(String officer, String page) {
    var visitor = Visitor.signedIn(officer);
    visitor.submit(visitor.get(page).form("/confirmation"), Map.of(), null);
  }

  private String state(String page) {
    var id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    return portal.bean(Erasures.class).get(id).state().name();
  }

  private void close(UUID requestId, String day) {
    jdbc.sql(
            """
            update portal.request set state = 'DECIDED', closed_at = cast(:day as timestamptz)
            where request_id = :id
            """)
        .param("day", day)
        .param("id", requestId)
        .update();
  }
}
