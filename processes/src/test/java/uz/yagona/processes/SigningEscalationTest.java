package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningEscalationTest {
  private static final Decisions ESCALATION =
      Decisions.of("document-signing/signing-escalation.dmn");

  @AfterAll
  static void everyRuleShouldHaveBeenMatched() {
    assertThat(ESCALATION.unmatchedRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, , , SIGNER",
    "1, deputy, heads, SIGNER",
    "2, deputy, heads, SUBSTITUTE",
    "2, , heads, SIGNER",
    "3, deputy, heads, HEAD",
    "3, deputy, , REVIEW",
    "4, deputy, heads, REVIEW",
    "9, , , REVIEW",
  })
  void shouldSayWhoseAWindowIs(
      int window, @Nullable String substitute, @Nullable String headGroup, String holder) {
    var turnOf = new HashMap<String, @Nullable Object>();
    turnOf.put("userName", "member");
    if (substitute != null) {
      turnOf.put("substitute", substitute);
    }
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("window", window);
    variables.put("turnOf", turnOf);
    variables.put("headGroup", headGroup);

    assertThat(ESCALATION.evaluate("signing-escalation", variables)).isEqualTo(holder);
  }
}
