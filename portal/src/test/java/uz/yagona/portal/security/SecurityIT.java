package uz.yagona.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.InternalCaller;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

class SecurityIT {
  private static final RunningPortal PORTAL = RunningPortal.get();

  @Test
  void shouldAskToSignInAndThenShowThePageThatWasWanted() {
    // given
    var visitor = new Visitor();
    // then
    assertThat(visitor.get("/requests").path()).isEqualTo("/sign-in");
    assertThat(visitor.signIn("aziza", "yagona-demo").path()).isEqualTo("/requests");
  }

  @ParameterizedTest
  @CsvSource({
    "aziza, /tasks, 403",
    "aziza, /operations, 403",
    "aziza, /journal, 403",
    "cadastre1, /requests, 403",
    "cadastre1, /file/murojaat, 403",
    "cadastre1, /operations, 403",
    "auditor, /tasks, 403",
    "aziza, /requests, 200",
    "cadastre1, /tasks, 200",
    "cadastre-head, /tasks, 200"
  })
  void shouldOpenPagesToTheirRoleOnly(String userName, String path, int status) {
    assertThat(Visitor.signedIn(userName).get(path).status()).isEqualTo(status);
  }

  @Test
  void shouldJournalARefusal() {
    // when
    Visitor.signedIn("designer").get("/tasks");
    // then
    assertThat(PORTAL.bean(Journal.class).page(Long.MAX_VALUE, 20, "designer", null))
        .anySatisfy(
            entry -> {
              assertThat(entry.action()).isEqualTo("REFUSED");
              assertThat(entry.object()).isEqualTo("path:/tasks");
            });
  }

  @Test
  void shouldRefuseAPostWithoutTheTokenOfThePage() {
    var aziza = Visitor.signedIn("aziza");
    assertThat(aziza.post("/notices/read", Map.of()).status()).isEqualTo(403);
    assertThat(aziza.post("/notices/read", Map.of("_csrf", List.of("forged"))).status())
        .isEqualTo(403);
  }

  @Test
  void shouldEndTheSessionsOfAnAccountThatIsDisabled() {
    // given
    var browser = Visitor.signedIn("forward1");
    var phone = Visitor.signedIn("forward1");
    assertThat(browser.get("/tasks").status()).isEqualTo(200);
    try {
      // when
      var answer = account("forward1", false, "operator");
      // then
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json()).containsEntry("endedSessions", 2);
      assertThat(browser.get("/tasks").path()).isEqualTo("/sign-in");
      assertThat(phone.get("/tasks").path()).isEqualTo("/sign-in");
      assertThat(new Visitor().signIn("forward1", "yagona-demo").path()).isEqualTo("/sign-in");
      assertThat(PORTAL.bean(Journal.class).page(Long.MAX_VALUE, 5, null, "account:forward1"))
          .first()
          .satisfies(
              entry ->
                  assertThat(entry.detail())
                      .containsEntry("before.enabled", "true")
                      .containsEntry("after.enabled", "false"));
    } finally {
      account("forward1", true, "operator");
    }
    assertThat(Visitor.signedIn("forward1").get("/tasks").status()).isEqualTo(200);
  }

  @Test
  void shouldEndTheSessionAlsoWhenTheAccountWasDisabledElsewhere() {
    var visitor = Visitor.signedIn("forward-head");
    disable("forward-head", true);
    try {
      assertThat(visitor.get("/services").html().select(".yg-menu")).as("signed out").isEmpty();
    } finally {
      disable("forward-head", false);
    }
    assertThat(visitor.get("/tasks").path()).as("the session is gone").isEqualTo("/sign-in");
  }

  @Test
  void shouldTakeTheRightsOfNowNotThoseAtSignIn() {
    var visitor = Visitor.signedIn("designer");
    assertThat(visitor.get("/designer").status()).isEqualTo(200);
    var users = PORTAL.bean(Users.class);
    users.grant("designer", Set.of(Role.AUDITOR), Set.of());
    try {
      assertThat(visitor.get("/designer").status()).isEqualTo(403);
      assertThat(visitor.get("/journal").status()).isEqualTo(200);
    } finally {
      users.grant("designer", Set.of(Role.DESIGNER), Set.of());
    }
  }

  @Test
  void shouldLetOperatorsAloneDisableAccounts() {
    assertThat(account("forward1", false, "auditor").status()).isEqualTo(403);
    assertThat(account("nobody-there", false, "operator").status()).isEqualTo(404);
  }

  private static InternalCaller.Answer account(String name, boolean enabled, String by) {
    return new InternalCaller()
        .put(
            "/internal/accounts/" + name,
            "{\"enabled\": %s, \"decidedBy\": \"%s\"}".formatted(enabled, by));
  }

  private static void disable(String name, boolean isDisabled) {
    PORTAL
        .bean(JdbcClient.class)
        .sql("update portal.user_account set is_enabled = :enabled where user_name = :name")
        .param("enabled", !isDisabled)
        .param("name", name)
        .update();
  }

  @Test
  void shouldSendStrictHeaders() {
    var page = new Visitor().get("/");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
  }

  @Test
  void shouldMakeTheCallerWaitAfterManyFailures() {
    // given
    var guesser = new Visitor();
    // when
    for (var attempt = 0; attempt < 5; attempt++) {
      guesser.signIn("legal1", "wrong-" + attempt);
    }
    var page = guesser.signIn("legal1", "yagona-demo");
    // then
    assertThat(page.path()).isEqualTo("/sign-in");
    assertThat(page.response().uri().getQuery()).isEqualTo("throttled");
    assertThat(PORTAL.bean(Journal.class).page(Long.MAX_VALUE, 20, "legal1", null))
        .filteredOn(entry -> entry.action().equals("SIGN_IN_FAILED"))
        .hasSize(5);
    PORTAL.bean(JdbcClient.class).sql("delete from portal.sign_in_throttle").update();
    assertThat(guesser.signIn("legal1", "yagona-demo").path()).isEqualTo("/tasks");
  }

  @Test
  void shouldChangeTheSessionAtSignInAndEndItAtSignOut() {
    // given
    var visitor = new Visitor();
    visitor.get("/sign-in");
    var before = visitor.cookie("yagona-session");
    // when
    visitor.signIn("aziza", "yagona-demo");
    // then
    assertThat(visitor.cookie("yagona-session")).isNotEqualTo(before);
    // when
    var signOut = visitor.get("/requests").html().select("form[action$=/sign-out]").first();
    var token = signOut.select("[name=_csrf]").val();
    visitor.post("/sign-out", Map.of("_csrf", List.of(token)));
    // then
    assertThat(visitor.get("/requests").path()).isEqualTo("/sign-in");
  }
}
