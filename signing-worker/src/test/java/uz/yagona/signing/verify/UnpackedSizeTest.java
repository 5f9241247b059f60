package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnpackedSizeTest {
  private static final long BUDGET = 8L << 20;

  @Test
  void shouldLetAFileThroughThatIsReadOnce() {
    var file = HostileFiles.streamsWithinStreams(1);

    assertThatCode(() -> UnpackedSize.require(file, 64 * 1024)).doesNotThrowAnyException();
  }

  @Test
  void shouldFindWideRowsInPackedObjects() {
    var packed = HostileFiles.packed("x".repeat(8_190) + "<</#43olumns 2000000000>>");

    assertThatThrownBy(() -> UnpackedSize.require(packed, BUDGET))
        .hasMessageStartingWith("Expected filters and rows");
    assertThatCode(() -> UnpackedSize.require(HostileFiles.packed("<</Columns 240>>"), BUDGET))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldNotTakePackedBytesForTheNameOfAFilter() {
    for (var harmless :
        new String[] {
          "stream x/RL/LZW (/A85)", "/Filter/FlateDecode/Length 9", "/Filter[/Fl/Fl]"
        }) {
      assertThatCode(() -> UnpackedSize.require(bytes(harmless), BUDGET))
          .as(harmless)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void shouldRefuseOtherFiltersWhereverTheyStand() {
    for (var filters :
        new String[] {"/Filter/RL", "/Filter [ /Fl /#4cZW ]", "/Filter[/FlateDecode/A85]"}) {
      assertThatThrownBy(() -> UnpackedSize.require(bytes(filters), BUDGET))
          .as(filters)
          .hasMessageStartingWith("Expected streams packed with FlateDecode");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** The unpacked content is small; the work is what is refused. */
  @Test
  void shouldRefuseAFileWhoseBytesWouldBeReadAgainAndAgain() {
    var file = HostileFiles.streamsWithinStreams(400);

    assertThatThrownBy(() -> UnpackedSize.require(file, BUDGET))
        .isInstanceOf(RefusedFileException.class)
        .hasMessage("Expected streams that unpack within the limit, but they go beyond it");
  }

  @Test
  void shouldRefuseWhatMustBeReadBeforeItCanBeMeasured() {
    for (var parameters :
        new String[] {
          "/Columns 100000",
          "/Columns\\r\\n+1000000",
          "/Columns%x",
          "/BitsPerComponent 999",
          "/Filter[/FlateDecode 8 0 R]",
          "/Filter 8 0 R",
          "/Filter[/FlateDecode%]\\n/RL]",
          "/Filter[" + "/Fl".repeat(9) + "]",
          "/#43olumns 100000"
        }) {
      var file = parameters.translateEscapes().getBytes(java.nio.charset.StandardCharsets.US_ASCII);

      assertThatThrownBy(() -> UnpackedSize.require(file, BUDGET))
          .as(parameters)
          .isInstanceOf(RefusedFileException.class)
          .hasMessageStartingWith("Expected filters and rows");
    }
  }
}
