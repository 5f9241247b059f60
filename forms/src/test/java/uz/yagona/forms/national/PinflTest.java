package uz.yagona.forms.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinflTest {
  @Test
  void shouldReadAValidNumber() {
    Pinfl pinfl = Pinfl.parse("31210932040247").orElseThrow();

    assertThat(pinfl.birthDate()).isEqualTo(LocalDate.of(1993, 10, 12));
    assertThat(pinfl.isMale()).isTrue();
    assertThat(pinfl.masked()).isEqualTo("3•••••••••••47");
  }

  @ParameterizedTest
  @ValueSource(strings = {"312 1093 2040 247", " 31210932040247 ", "31210932040247\u00A0"})
  void shouldIgnoreSpaces(String typed) {
    assertThat(Pinfl.parse(typed)).map(Pinfl::digits).contains("31210932040247");
  }

  @ParameterizedTest
  @CsvSource({
    "3121093204024, LENGTH",
    "312109320402477, LENGTH",
    "3121093204024A, LENGTH",
    "٣١٢١٠٩٣٢٠٤٠٢٤٧, LENGTH",
    "01210932040247, CENTURY",
    "71210932040247, CENTURY",
    "33113932040247, BIRTH_DATE",
    "32902932040247, BIRTH_DATE",
    "31210932040248, CHECKSUM",
    "30101990123458, CHECKSUM"
  })
  void shouldNameTheFault(String typed, Pinfl.Fault fault) {
    assertThat(Pinfl.fault(typed)).contains(fault);
    assertThat(Pinfl.parse(typed)).isEmpty();
  }

  @Test
  void shouldNotShowTheNumberInTextOrError() {
    assertThat(new Pinfl("31210932040247")).hasToString("3•••••••••••47");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pinfl("31210932040248"))
        .withMessage("Expected a valid PINFL, but found fault CHECKSUM");
  }
}
