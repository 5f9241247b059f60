package uz.yagona.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimestampTest {
  private static final byte[] DIGEST = Digests.sha256(new byte[] {1});

  private final TestAuthority authority = new TestAuthority();

  @Test
  void shouldTellWhenAndByWhom() {
    var stamp =
        Timestamp.check(authority.token(DIGEST, Journals.NOON), DIGEST, List.of(authority.root()));
    assertThat(stamp.time()).isEqualTo("2026-11-25T12:00:00Z");
    assertThat(stamp.authority()).startsWith("CN=Test TSA, root CN=Test root");
  }

  @Test
  void shouldRefuseAnotherDigest() {
    var token = authority.token(DIGEST, Journals.NOON);
    assertThatThrownBy(() -> Timestamp.check(token, Digests.sha256(), List.of()))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining("of this digest");
  }

  @Test
  void shouldRefuseAnotherRoot() {
    var token = authority.token(DIGEST, Journals.NOON);
    assertThatThrownBy(() -> Timestamp.check(token, DIGEST, List.of(new TestAuthority().root())))
        .isInstanceOf(ProofException.class);
  }

  @Test
  void shouldSurviveAnyChangedByteAndNeverTellAnotherTime() {
    var token = authority.token(DIGEST, Journals.NOON);
    var random = new Random(7);
    for (var i = 0; i < 400; i++) {
      var forged = token.clone();
      forged[random.nextInt(forged.length)] ^= (byte) (1 + random.nextInt(255));
      try {
        assertThat(Timestamp.check(forged, DIGEST, List.of(authority.root())).time())
            .isEqualTo("2026-11-25T12:00:00Z");
      } catch (ProofException e) {
        assertThat(e).hasMessageStartingWith("Expected");
      }
    }
  }

  @Test
  void shouldRefuseATokenWithMissingParts() {
    var signedData = HexFormat.of().parseHex("06092a864886f70d010702");
    var token = Der.of(Der.SEQUENCE, signedData, Der.of(Der.CONTEXT_0, Der.of(Der.SEQUENCE)));
    assertThatThrownBy(() -> Timestamp.check(token, DIGEST, List.of()))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining("some are missing");
    assertThatThrownBy(() -> Timestamp.token(new byte[] {0x30, 0}))
        .isInstanceOf(ProofException.class);
  }
}
