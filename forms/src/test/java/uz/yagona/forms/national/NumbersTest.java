package uz.yagona.forms.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+998901234567",
        "998901234567",
        "901234567",
        "+998 (90) 123-45-67",
        "90\u00A0123 45 67"
      })
  void shouldNormalisePhoneNumbers(String typed) {
    assertThat(UzPhone.parse(typed)).map(UzPhone::e164).contains("+998901234567");
    assertThat(UzPhone.parse(typed)).map(UzPhone::display).contains("+998 90 123 45 67");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+7 901 234 56 78",
        "12345",
        "+998 21 123 45 67",
        "+99890123456",
        "+901234567",
        "901234567a"
      })
  void shouldRefuseOtherPhoneNumbers(String typed) {
    assertThat(UzPhone.parse(typed)).isEmpty();
  }

  @Test
  void shouldTellLegalEntitiesFromPersonsByTheFirstDigitOfStir() {
    assertThat(Stir.parse("301 234 567")).map(Stir::isLegalEntity).contains(true);
    assertThat(Stir.parse("501234567")).map(Stir::isLegalEntity).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"101234567", "30123456", "3012345678", "30123456x"})
  void shouldRefuseOtherStir(String typed) {
    assertThat(Stir.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10:05:03:02:01:0123", "10:05:03:02:01:0123:0001", "10:05:03:02:01:0123:0001:015"})
  void shouldReadCadastreNumbers(String typed) {
    assertThat(CadastreNo.parse(typed)).map(CadastreNo::text).contains(typed);
  }

  @Test
  void shouldReadCadastreNumbersOfAnotherFormat() {
    assertThat(CadastreNo.parse("10:05", Pattern.compile("\\d\\d:\\d\\d"))).isPresent();
    assertThat(CadastreNo.parse("10:05")).isEmpty();
  }
}
