package uz.yagona.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfSignatureTest {
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final byte[] PDF = SignedPdf.of("a decision", AUTHORITY, Journals.NOON);

  @Test
  void shouldTellWhoSignedWhatAndWhen() {
    assertThat(PdfSignature.check(PDF, List.of(AUTHORITY.root())))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.certificate()).startsWith("CN=Test official, serial ");
              assertThat(one.certificate()).contains("root CN=Test root");
              assertThat(one.stampedAt()).isEqualTo("2026-11-25T12:00:00Z");
              assertThat(one.isDocumentTimestamp()).isFalse();
              assertThat(one.uncovered()).isZero();
            });
  }

  @Test
  void shouldTellHowManyBytesWereAddedBehindTheSignature() {
    var longer = Arrays.copyOf(PDF, PDF.length + 17);
    assertThat(PdfSignature.check(longer, List.of()))
        .extracting(PdfSignature::uncovered)
        .containsExactly(17L);
  }

  @Test
  void shouldRefuseEachChangedByteOfTheSignedText() {
    var from = new String(PDF, StandardCharsets.US_ASCII).indexOf("a decision");
    for (var place = from; place < from + "a decision".length(); place++) {
      var changed = PDF.clone();
      changed[place] ^= 1;
      assertThatThrownBy(() -> PdfSignature.check(changed, List.of()))
          .isInstanceOf(ProofException.class)
          .hasMessage("Expected the bytes that were signed, but they were changed");
    }
  }

  @Test
  void shouldRefuseASignatureThatCoversTextInItsOwnPlace() {
    var text = new String(PDF, StandardCharsets.US_ASCII);
    var wider = text.replace("/Contents<", "/Contents/X<").getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> PdfSignature.check(wider, List.of()))
        .isInstanceOf(ProofException.class);
  }

  @Test
  void shouldRefuseAnotherRoot() {
    assertThatThrownBy(() -> PdfSignature.check(PDF, List.of(new TestAuthority().root())))
        .isInstanceOf(ProofException.class)
        .hasMessageContaining("Expected a trusted root");
  }

  @Test
  void shouldFindNoneInAnUnsignedFile() {
    assertThat(
            PdfSignature.check("%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII), List.of()))
        .isEmpty();
  }
}
