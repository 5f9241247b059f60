package uz.yagona.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturePolicyTest {
  private static final Decisions POLICY = Decisions.of("document-signing/signature-policy.dmn");

  @AfterAll
  static void everyRuleShouldHaveBeenMatched() {
    assertThat(POLICY.unmatchedRules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "D-27, CONFIRM, , SEQUENTIAL, false",
    "D-16, ERI, B-T, PARALLEL, true",
    "D-05, ERI, B-T, SEQUENTIAL, false",
    "D-18, ERI_T_LTV, B-LTA, SEQUENTIAL, true",
    "D-24, ERI_T_LTV, B-LTA, PARALLEL, true",
    "D-28, ERI_T, B-T, SEQUENTIAL, true",
    "D-99, ERI_T, B-T, SEQUENTIAL, true",
  })
  void shouldSayHowAKindOfDocumentIsSigned(
      String docType, String means, @Nullable String level, String order, boolean mandate) {
    var policy = (Map<?, ?>) POLICY.evaluate("signature-policy", Map.of("docType", docType));

    assertThat(policy.get("means")).isEqualTo(means);
    assertThat(policy.get("level")).isEqualTo(level);
    assertThat(policy.get("order")).isEqualTo(order);
    assertThat(policy.get("mandate")).isEqualTo(mandate);
    assertThat(policy.get("windowDays")).isEqualTo(3);
    assertThat(policy.get("legalRef")).isEqualTo("ZRU-793");
  }
}
