package uz.yagona.portal.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealedBoxTest {
  private static final byte[] PLAIN = "maʼlumot".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CONTEXT = {1, 2, 3};

  @Test
  void shouldOpenWhatItSealedAndNeverSealAlike() {
    var first = SealedBox.seal(key(1), CONTEXT, PLAIN);
    var second = SealedBox.seal(key(1), CONTEXT, PLAIN);
    assertThat(SealedBox.open(key(1), CONTEXT, first)).isEqualTo(PLAIN);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void shouldRefuseAnotherKeyAnotherPlaceAndChangedBytes() {
    var sealed = SealedBox.seal(key(1), CONTEXT, PLAIN);
    assertRefused(key(2), CONTEXT, sealed);
    assertRefused(key(1), new byte[] {1}, sealed);
    sealed[sealed.length - 1] ^= 1;
    assertRefused(key(1), CONTEXT, sealed);
  }

  private static void assertRefused(SecretKey key, byte[] context, byte[] sealed) {
    assertThatThrownBy(() -> SealedBox.open(key, context, sealed))
        .isInstanceOf(VaultException.class)
        .hasMessageStartingWith("Expected a value sealed with this key and place");
  }

  private static SecretKey key(int fill) {
    var bytes = new byte[32];
    bytes[0] = (byte) fill;
    return new SecretKeySpec(bytes, "AES");
  }
}
