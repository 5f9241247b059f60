package uz.yagona.forms.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** First bytes by which a file shows what it is. */
final class FileSignature {
  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] JPG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private FileSignature() {}

  /**
   * The type that the content shows from its very first byte; an archive counts as a document only
   * when it is one.
   */
  static Optional<FileType> typeOf(UploadedFile.Content content) throws IOException {
    byte[] head;
    try (var in = content.open()) {
      head = in.readNBytes(PNG.length);
    }
    if (starts(head, PDF)) {
      return Optional.of(FileType.PDF);
    }
    if (starts(head, JPG)) {
      return Optional.of(FileType.JPG);
    }
    if (starts(head, PNG)) {
      return Optional.of(FileType.PNG);
    }
    return starts(head, ZIP) && WordArchive.isDocument(content)
        ? Optional.of(FileType.DOCX)
        : Optional.empty();
  }

  private static boolean starts(byte[] head, byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }
}
