package uz.yagona.samples.citizenrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InspectionTest {
  @Test
  void shouldChangeOneBitInsideTheFirstStream() {
    var pdf =
        ("%PDF-1.7\n1 0 obj\n<< >>\nstream\n" + "x".repeat(80)).getBytes(StandardCharsets.US_ASCII);

    var tampered = Inspection.tampered(pdf);

    assertThat(tampered).hasSameSizeAs(pdf);
    var changed = 0;
    for (var at = 0; at < pdf.length; at++) {
      changed += Integer.bitCount((pdf[at] ^ tampered[at]) & 0xff);
    }
    assertThat(changed).isEqualTo(1);
  }

  @Test
  void shouldSayWhenThereIsNothingToChange() {
    assertThatThrownBy(() -> Inspection.tampered(new byte[40]))
        .hasMessage("Expected a stream in the PDF, but found none");
  }
}
