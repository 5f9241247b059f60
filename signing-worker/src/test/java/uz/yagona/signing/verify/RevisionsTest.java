package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uz.yagona.signing.document.Sha256;

class RevisionsTest {

  @Test
  void shouldAcceptOneLineEndBehindTheEndMark() {
    assertThat(of("a%%EOF").hasBytesAfterEnd()).isFalse();
    assertThat(of("a%%EOF\n").hasBytesAfterEnd()).isFalse();
    assertThat(of("a%%EOF\r\n").hasBytesAfterEnd()).isFalse();
  }

  @Test
  void shouldSeeBytesBehindTheEndMark() {
    assertThat(of("a%%EOF\n\n").hasBytesAfterEnd()).isTrue();
    assertThat(of("a%%EOF\nx").hasBytesAfterEnd()).isTrue();
    assertThat(of("no mark").hasBytesAfterEnd()).isTrue();
  }

  @Test
  void shouldSeeAnEndMarkThatEndsNoState() {
    assertThat(of("xref \nstartxref\n0\n%%EOF").hasEndOfNothing()).isFalse();
    assertThat(of("12 0 obj\nstartxref 0 %%EOF\n").hasEndOfNothing()).isFalse();
    assertThat(of("junk\nstartxref\n0\n%%EOF").hasEndOfNothing()).isTrue();
    assertThat(of("xref \nstartxref\n999999999\n%%EOF").hasEndOfNothing()).isTrue();
    assertThat(of("xref \n%%EOF").hasEndOfNothing()).isTrue();
    assertThat(of("no mark").hasEndOfNothing()).isTrue();
  }

  @Test
  void shouldGiveTheDigestOfEachEarlierState() {
    var digests = of("one%%EOF\ntwo%%EOF\nthree%%EOF\n").digestsOfStarts();

    assertThat(digests)
        .contains(
            digest("one%%EOF"),
            digest("one%%EOF\n"),
            digest("one%%EOF\ntwo%%EOF\n"),
            digest("one%%EOF\ntwo%%EOF\nthree%%EOF"))
        .doesNotContain(digest("one%%EOF\ntwo%%EOF\nthree%%EOF\n"));
    assertThat(digests.get(0)).isEqualTo(digest("one%%EOF\ntwo%%EOF\nthree%%EOF"));
  }

  private static Revisions of(String file) {
    return Revisions.of(file.getBytes(StandardCharsets.US_ASCII));
  }

  private static String digest(String start) {
    return Sha256.of(start.getBytes(StandardCharsets.US_ASCII));
  }
}
