package uz.yagona.forms.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into a ZIP archive for a Word document, reading it as a stream and never more of it than a
 * document has.
 */
final class WordArchive {
  static final int MAX_ENTRIES = 2_000;
  static final long MAX_UNPACKED = 200L * FileCheck.MEGABYTE;
  private static final int MAX_CONTENT_TYPES = 1024 * 1024;
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String DOCUMENT_TYPE = "wordprocessingml.document.main+xml";

  private boolean hasContentTypes;
  private boolean hasDocument;
  private boolean hasMacros;
  private long unpacked;

  private WordArchive() {}

  /**
   * False for any other archive, for one with macros, a broken one, and one that unpacks to too
   * much.
   */
  static boolean isDocument(UploadedFile.Content content) throws IOException {
    var archive = new WordArchive();
    try (var in = content.open();
        var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      return archive.read(zip);
    } catch (ZipException | IllegalArgumentException | EOFException e) {
      return false;
    }
  }

  private boolean read(ZipInputStream zip) throws IOException {
    int entries = 0;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++entries > MAX_ENTRIES) {
        return false;
      }
      look(entry.getName(), zip);
      if (unpacked > MAX_UNPACKED) {
        return false;
      }
    }
    return hasContentTypes && hasDocument && !hasMacros;
  }

  private void look(String name, InputStream entry) throws IOException {
    if (name.equals(CONTENT_TYPES)) {
      byte[] types = entry.readNBytes(MAX_CONTENT_TYPES);
      unpacked += types.length;
      hasContentTypes = new String(types, StandardCharsets.UTF_8).contains(DOCUMENT_TYPE);
    }
    hasDocument |= name.equals("word/document.xml");
    hasMacros |= name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
    skip(entry);
  }

  private void skip(InputStream entry) throws IOException {
    byte[] buffer = new byte[8192];
    for (int read = entry.read(buffer);
        read >= 0 && unpacked <= MAX_UNPACKED;
        read = entry.read(buffer)) {
      unpacked += read;
    }
  }
}
