package uz.yagona.signing.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnpaddedCmsTest {

  @Test
  void shouldCutZerosAfterAShortSequence() {
    assertThat(UnpaddedCms.trimmed(bytes(0x30, 2, 5, 0, 0, 0, 0))).isEqualTo(bytes(0x30, 2, 5, 0));
  }

  @Test
  void shouldCutZerosAfterALongSequence() {
    var padded = new byte[1000];
    padded[0] = 0x30;
    padded[1] = (byte) 0x82;
    padded[2] = 1;
    padded[3] = 4;
    Arrays.fill(padded, 4, 264, (byte) 7);

    assertThat(UnpaddedCms.trimmed(padded)).hasSize(264);
  }

  @Test
  void shouldKeepAnythingButZerosSoThatItIsRefused() {
    var hidden = bytes(0x30, 2, 5, 0, 0, 9, 0);

    assertThat(UnpaddedCms.trimmed(hidden)).isSameAs(hidden);
  }

  @Test
  void shouldKeepWhatIsNoSequence() {
    for (var odd :
        new byte[][] {{}, bytes(0x30), bytes(0x31, 1, 0, 0), bytes(0x30, 0x85, 1, 1, 1, 1, 1, 0)}) {
      assertThat(UnpaddedCms.trimmed(odd)).isSameAs(odd);
    }
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
