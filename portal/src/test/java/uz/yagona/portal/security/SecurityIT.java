package uz.yagona.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

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
