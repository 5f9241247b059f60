package uz.yagona.portal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uz.yagona.forms.Language;
import uz.yagona.portal.signing.Verification;
import uz.yagona.portal.text.Texts;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({
    "VALID, VALID", "VALID_UNKNOWN_DOCUMENT, VALID_UNKNOWN_DOCUMENT", "CHANGED, CHANGED",
    "NOT_SIGNED, NOT_SIGNED", "INDETERMINATE, INDETERMINATE", "NOT_A_PDF, NOT_A_PDF",
    "SOMETHING_NEW, INDETERMINATE"
  })
  void shouldFollowTheSigningWorker(String result, Verdict expected) {
    assertThat(Verdict.of(verification(result, true, List.of()))).isEqualTo(expected);
  }

  @Test
  void shouldNotCallAReplacedDocumentValid() {
    assertThat(Verdict.of(verification("VALID", false, List.of()))).isEqualTo(Verdict.SUPERSEDED);
  }

  @Test
  void shouldPutARevokedCertificateFirst() {
    assertThat(Verdict.of(verification("INDETERMINATE", true, List.of("CERTIFICATE_REVOKED"))))
        .isEqualTo(Verdict.REVOKED);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void shouldHaveWords(Verdict verdict) {
    var texts = new Texts();

    assertThat(texts.find("check.verdict." + verdict, Language.UZ_CYRL)).isPresent();
    assertThat(texts.find("check.verdict." + verdict + ".text", Language.UZ_CYRL)).isPresent();
  }

  private static Verification verification(String result, boolean inForce, List<String> reasons) {
    return new Verification(
        result, "ab", new Verification.KnownDocument("1", "UZ-DOC", inForce), List.of(), reasons);
  }
}
