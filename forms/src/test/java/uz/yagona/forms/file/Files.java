package uz.yagona.forms.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small real files for tests. */
public final class Files {
  private Files() {}

  public static byte[] pdf() {
    return "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  }

  public static byte[] png() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
  }

  public static byte[] jpg() {
    return new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16};
  }

  /** The parts that make a ZIP archive a Word document. */
  public static Map<String, byte[]> wordParts() {
    var parts = new LinkedHashMap<String, byte[]>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types><Override PartName="/word/document.xml"
          ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """
            .getBytes(StandardCharsets.UTF_8));
    parts.put("word/document.xml", "<w:document/>".getBytes(StandardCharsets.UTF_8));
    return parts;
  }

  public static byte[] docx() {
    return zip(wordParts());
  }

  public static byte[] zip(Map<String, byte[]> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The second array after the first. */
  public static byte[] join(byte[] first, byte[] second) {
    var joined = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
