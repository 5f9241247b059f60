package uz.yagona.forms.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileCheckTest {
  private static final Set<FileType> ALL = EnumSet.allOf(FileType.class);
  private static final long MAX = 20 * FileCheck.MEGABYTE;

  @Test
  void shouldTakeEachTypeByItsContent() {
    assertThat(accepted("a.pdf", Files.pdf())).isEqualTo(FileType.PDF);
    assertThat(accepted("a.PNG", Files.png())).isEqualTo(FileType.PNG);
    assertThat(accepted("a.jpg", Files.jpg())).isEqualTo(FileType.JPG);
    assertThat(accepted("a.jpeg", Files.jpg())).isEqualTo(FileType.JPG);
    assertThat(accepted("a.docx", Files.docx())).isEqualTo(FileType.DOCX);
  }

  @Test
  void shouldRefuseWhenNameAndContentDisagree() {
    assertThat(fault("a.pdf", Files.png())).isEqualTo(FileCheck.Fault.EXTENSION);
    assertThat(fault("a.pdf.exe", Files.pdf())).isEqualTo(FileCheck.Fault.EXTENSION);
    assertThat(fault("a", Files.pdf())).isEqualTo(FileCheck.Fault.EXTENSION);
    assertThat(fault("a.docx", Files.join(Files.pdf(), Files.docx())))
        .isEqualTo(FileCheck.Fault.EXTENSION);
  }

  @Test
  void shouldRefuseOtherContentWhateverItsName() {
    assertThat(fault("a.pdf", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(FileCheck.Fault.TYPE);
    assertThat(fault("a.pdf", "<html>%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FileCheck.Fault.TYPE);
    assertThat(fault("a.jpg", "GIF89a".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(FileCheck.Fault.TYPE);
    assertThat(fault("a.png", Arrays.copyOf(Files.png(), 7))).isEqualTo(FileCheck.Fault.TYPE);
  }

  @Test
  void shouldRefuseEmptyAndLargeFiles() {
    assertThat(fault("a.pdf", new byte[0])).isEqualTo(FileCheck.Fault.EMPTY);
    var large =
        new UploadedFile("a.pdf", MAX + 1, () -> java.io.InputStream.nullInputStream(), null);
    assertThat(FileCheck.check(large, ALL, MAX).fault()).isEqualTo(FileCheck.Fault.SIZE);
  }

  @Test
  void shouldRefuseTypesTheFieldDoesNotTake() {
    var file = UploadedFile.of("a.docx", Files.docx());

    assertThat(FileCheck.check(file, EnumSet.of(FileType.PDF), MAX).fault())
        .isEqualTo(FileCheck.Fault.TYPE);
  }

  @Test
  void shouldRefuseArchivesThatAreNoWordDocument() {
    var plain = Files.wordParts();
    plain.remove("[Content_Types].xml");
    var macros = Files.wordParts();
    macros.put("word/vbaProject.bin", new byte[] {1});
    byte[] cut = Arrays.copyOf(Files.docx(), 60);

    assertThat(fault("a.docx", Files.zip(plain))).isEqualTo(FileCheck.Fault.TYPE);
    assertThat(fault("a.docx", Files.zip(macros))).isEqualTo(FileCheck.Fault.TYPE);
    assertThat(fault("a.docx", cut)).isEqualTo(FileCheck.Fault.TYPE);
  }

  @Test
  void shouldStopUnpackingWhenAnArchiveIsABomb() throws IOException {
    byte[] bomb = bomb(WordArchive.MAX_UNPACKED + FileCheck.MEGABYTE);

    assertThat(bomb.length).isLessThan((int) FileCheck.MEGABYTE);
    assertThat(fault("a.docx", bomb)).isEqualTo(FileCheck.Fault.TYPE);
  }

  @Test
  void shouldRefuseAnArchiveOfCountlessEntries() {
    var parts = Files.wordParts();
    for (int i = 0; i <= WordArchive.MAX_ENTRIES; i++) {
      parts.put("x/" + i, new byte[0]);
    }

    assertThat(fault("a.docx", Files.zip(parts))).isEqualTo(FileCheck.Fault.TYPE);
  }

  @Test
  void shouldTakeAStoredFileAsItIs() {
    var kept = FileCheck.check(UploadedFile.stored("ariza.pdf", 5, "42"), ALL, MAX).accepted();

    assertThat(kept)
        .extracting(AcceptedFile::name, AcceptedFile::reference)
        .containsExactly("ariza.pdf", "42");
  }

  private static FileType accepted(String name, byte[] content) {
    return FileCheck.check(UploadedFile.of(name, content), ALL, MAX).accepted().type();
  }

  private static FileCheck.Fault fault(String name, byte[] content) {
    return FileCheck.check(UploadedFile.of(name, content), ALL, MAX).fault();
  }

  private static byte[] bomb(long unpacked) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : Files.wordParts().entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
      zip.putNextEntry(new ZipEntry("word/media/image1.png"));
      byte[] zeros = new byte[(int) FileCheck.MEGABYTE];
      for (long written = 0; written < unpacked; written += zeros.length) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }
}
