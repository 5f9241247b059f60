package uz.yagona.signing.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files made to do harm. */
final class HostileFiles {
  private static final int BOMB = 600 << 20;

  private HostileFiles() {}

  @FunctionalInterface
  private interface Content {
    void addTo(PDDocument document) throws IOException;
  }

  static byte[] pages(int count) {
    return file(
        document -> {
          for (var i = 0; i < count; i++) {
            document.addPage(new PDPage());
          }
        });
  }

  static byte[] encrypted() {
    return file(
        document -> {
          document.addPage(new PDPage());
          document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
  }

  static byte[] hugePage() {
    return file(document -> document.addPage(new PDPage(new PDRectangle(283_465, 283_465))));
  }

  /** LZWDecode, its name spelt with an escape. */
  static byte[] hiddenPacking() {
    var file = new String(pages(1), StandardCharsets.ISO_8859_1);
    return file.replace("endobj", "endobj\n9 0 obj\n<</Filter/#4cZWDecode/Length 0>>\nendobj")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] attachment() {
    return file(
        document -> {
          document.addPage(new PDPage());
          var file = new PDComplexFileSpecification();
          file.setFile("run.exe");
          var files = new PDEmbeddedFilesNameTreeNode();
          files.setNames(Map.of("run.exe", file));
          var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(files);
          document.getDocumentCatalog().setNames(names);
        });
  }

  private static byte[] file(Content content) {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      content.addTo(document);
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A page tree that contains itself. */
  static byte[] loop() {
    return """
        %PDF-1.7
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[2 0 R]/Count 1>>
        endobj
        trailer
        <</Root 1 0 R/Size 3>>
        startxref
        0
        %%EOF
        """
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A small object stream that unpacks to hundreds of megabytes. */
  static byte[] bomb() {
    var out = new ByteArrayOutputStream();
    var stream = deflated();
    write(out, "%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ");
    write(out, stream.length + ">>\nstream\n");
    out.writeBytes(stream);
    write(out, "\nendstream\nendobj\n");
    write(out, "3 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    write(out, "trailer\n<</Root 3 0 R/Size 4>>\nstartxref\n0\n%%EOF\n");
    return out.toByteArray();
  }

  private static byte[] deflated() {
    var packed = new ByteArrayOutputStream();
    try (var zip = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      zip.write("2 0 ".getBytes(StandardCharsets.US_ASCII));
      var blank = new byte[1 << 20];
      java.util.Arrays.fill(blank, (byte) ' ');
      for (var written = 0; written < BOMB; written += blank.length) {
        zip.write(blank);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
