package uz.yagona.portal.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.support.Visitor;

class SubstituteIT {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");

  private final RunningPortal portal = RunningPortal.get();
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void one() {
    portal.signing().json("GET /signing/substitutions", "[" + order("cadastre-head") + "]");
  }

  @Test
  void shouldBeForHeadsAndOfficersOfTheDesk() {
    assertThat(Visitor.signedIn("cadastre1").get("/substitutes").status()).isEqualTo(403);
    assertThat(Visitor.signedIn("aziza").get("/substitutes").status()).isEqualTo(403);
    assertThat(Visitor.signedIn("registrar1").get("/substitutes").status()).isEqualTo(200);
  }

  @Test
  void shouldLetAHeadNameTheOwnAbsenceAndColleaguesOnly() {
    var page = Visitor.signedIn("cadastre-head").get("/substitutes?lang=en");

    assertThat(page.html().select("#principal option").eachAttr("value"))
        .containsExactly("cadastre-head");
    assertThat(page.html().select("#substitute option").eachAttr("value"))
        .containsExactly("", "cadastre1", "cadastre2");
    assertThat(page.html().select("tr[data-order='15-K'] form")).hasSize(1);
  }

  @Test
  void shouldShowNoOrdersOfOtherBodies() {
    var page = Visitor.signedIn("social-head").get("/substitutes");

    assertThat(page.html().select("tr[data-order]")).isEmpty();
  }

  @Test
  void shouldRegisterAndJournal() {
    portal.signing().json("POST /signing/substitutions", order("cadastre-head"));
    var head = Visitor.signedIn("cadastre-head");

    var page = head.submit(head.get("/substitutes?lang=en").form("/substitutes"), typed(), null);

    assertThat(page.html().text()).contains("The order is registered.");
    assertThat(
            portal
                .bean(Journal.class)
                .page(Long.MAX_VALUE, 5, "cadastre-head", "substitution:" + id))
        .first()
        .satisfies(
            entry ->
                assertThat(entry.detail())
                    .containsEntry("after.state", "REGISTERED")
                    .containsEntry("order", "15-K"));
  }

  @ParameterizedTest
  @CsvSource({
    "substitute, social1, #substitute",
    "principal, social-head, #principal",
    "number, '', #number",
    "number, <b>1</b>, #number",
    "date, 31.2.2026, #date",
    "from, soon, #from",
    "to, 1.1.2026, #to",
    "scope, D-99, #scope-ALL"
  })
  void shouldSayWhatIsWrong(String field, String value, String link) {
    var head = Visitor.signedIn("cadastre-head");
    var typed = typed();
    typed.put(field, value);

    var page = head.submit(head.get("/substitutes?lang=en").form("/substitutes"), typed, null);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().title()).startsWith("Error: ");
    assertThat(page.html().select(".govuk-error-summary a").eachAttr("href")).contains(link);
    assertThat(page.html().select("#number").attr("value")).isEqualTo(typed.get("number"));
  }

  @Test
  void shouldEndEarly() {
    portal.signing().json("POST /signing/substitutions/" + id + "/end", "{}");
    var officer = Visitor.signedIn("registrar1");

    var page = officer.submit(officer.get("/substitutes?lang=en").form("/end"), Map.of(), null);

    assertThat(page.html().text()).contains("The order is ended.");
    assertThat(portal.bean(Journal.class).page(Long.MAX_VALUE, 5, null, "substitution:" + id))
        .first()
        .satisfies(
            entry ->
                assertThat(entry.detail())
                    .containsEntry("before.state", "IN_FORCE")
                    .containsEntry("after.state", "ENDED"));
  }

  private static Map<String, String> typed() {
    var today = LocalDate.now();
    var typed = new HashMap<String, String>();
    typed.put("principal", "cadastre-head");
    typed.put("substitute", "cadastre1");
    typed.put("number", "15-K");
    typed.put("date", DAY.format(today.minusDays(2)));
    typed.put("from", DAY.format(today));
    typed.put("to", DAY.format(today.plusDays(10)));
    typed.put("scope", "ALL");
    return typed;
  }

  private String order(String principal) {
    var today = LocalDate.now();
    return """
        {"substitutionId": "%s", "principal": "%s", "substitute": "cadastre1", "orderNumber": "15-K",
         "orderDate": "2026-11-25", "validFrom": "%sT00:00:00Z", "validTo": "%sT00:00:00Z",
         "templates": [], "registeredBy": "registrar1"}
        """
        .formatted(id, principal, today.minusDays(1), today.plusDays(9));
  }
}
