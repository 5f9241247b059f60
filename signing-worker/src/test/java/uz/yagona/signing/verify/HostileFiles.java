package uz.yagona.signing.verify;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

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
    return bomb(deflated("2 0 ".getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] bomb(byte[] stream) {
    var out = new ByteArrayOutputStream();
    write(out, "%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ");
    write(out, stream.length + ">>\nstream\n");
    out.writeBytes(stream);
    write(out, "\nendstream\nendobj\n");
    write(out, "3 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    write(out, "trailer\n<</Root 3 0 R/Size 4>>\nstartxref\n0\n%%EOF\n");
    return out.toByteArray();
  }

  /** A stream with this content. */
  static byte[] packed(String content) {
    var out = new ByteArrayOutputStream();
    write(out, "stream\n");
    try (var zip = new DeflaterOutputStream(out)) {
      zip.write(content.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] beginning) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      zip.write(beginning);
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

  /** As {@link #bomb}; the header says nothing of packing, which a reader skips. */
  static byte[] bombWithOddHeader() {
    var file = bomb();
    var start = new String(file, 0, 200, StandardCharsets.ISO_8859_1).indexOf("stream\n") + 7;
    file[start] = '\n';
    file[start + 1] = '\n';
    return file;
  }

  /** As {@link #bomb}; what is unpacked begins as if it were packed once more, but is not. */
  static byte[] bombThatLooksPackedTwice() {
    return bomb(deflated(new byte[] {0x78, (byte) 0x9c, (byte) 0xff, (byte) 0xff}));
  }

  /** A cross-reference stream with rows of two thousand million bytes. */
  static byte[] wideRows() {
    var parameters = "/DecodeParms<</Predictor 12/BitsPerComponent 1/Columns 2000000000>>";
    return new String(bomb(), StandardCharsets.ISO_8859_1)
        .replace("/Filter/FlateDecode", "/Filter/FlateDecode" + parameters)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Pages under a hundred thousand levels of page tree nodes. */
  static byte[] deepPageTree() {
    var levels = 100_000;
    var file = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    for (var node = 2; node < levels; node++) {
      file.append(node).append(" 0 obj\n<</Type/Pages/Count 1/Kids[");
      file.append(node + 1).append(" 0 R]>>\nendobj\n");
    }
    file.append(levels).append(" 0 obj\n<</Type/Page>>\nendobj\n");
    file.append("trailer\n<</Root 1 0 R/Size ").append(levels + 1).append(">>\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] manyAnnotations() {
    return file(
        document -> {
          var page = new PDPage();
          var list = new COSArray();
          for (var i = 0; i < 3_000; i++) {
            list.add(new COSDictionary());
          }
          page.getCOSObject().setItem(COSName.ANNOTS, list);
          document.addPage(page);
        });
  }

  /** A script that runs when a page opens, two dictionaries deep. */
  static byte[] scriptOfAPage() {
    return file(
        document -> {
          var script = new COSDictionary();
          script.setName(COSName.S, "JavaScript");
          var events = new COSDictionary();
          events.setItem(COSName.O, script);
          var page = new PDPage();
          page.getCOSObject().setItem(COSName.AA, events);
          document.addPage(page);
        });
  }

  /** A file pinned to a page. */
  static byte[] pinnedFile() {
    return file(
        document -> {
          var note = new COSDictionary();
          note.setName(COSName.SUBTYPE, "FileAttachment");
          var list = new COSArray();
          list.add(note);
          var page = new PDPage();
          page.getCOSObject().setItem(COSName.ANNOTS, list);
          document.addPage(page);
        });
  }

  /** A page that draws a form ten times, which draws another ten times, and so on. */
  static byte[] endlessDrawing(byte[] signed) {
    return Forgery.updated(
        signed,
        document -> {
          var form = form(document, "0 0 1 1 re f", null);
          for (var level = 0; level < 20; level++) {
            form = form(document, "/X Do ".repeat(10), form);
          }
          var page = document.getPage(0);
          page.setResources(form.getResources());
          page.setContents(
              new PDStream(
                  document, new ByteArrayInputStream("/X Do".getBytes(StandardCharsets.US_ASCII))));
          page.getCOSObject().setNeedToBeUpdated(true);
        });
  }

  private static PDFormXObject form(PDDocument document, String drawing, PDFormXObject inner)
      throws IOException {
    var form = new PDFormXObject(new PDStream(document));
    form.setBBox(new PDRectangle(1, 1));
    var resources = new PDResources();
    if (inner != null) {
      resources.put(COSName.getPDFName("X"), inner);
    }
    form.setResources(resources);
    try (var out = form.getContentStream().createOutputStream()) {
      out.write(drawing.getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  /**
   * Packed data of blocks without content, with beginnings of streams all over: reading from each
   * of them to the end would take the square of the length.
   */
  static byte[] streamsWithinStreams(int count) {
    var out = new ByteArrayOutputStream();
    write(out, "%PDF-1.7\n");
    var beginning = "stream\n\n\n".getBytes(StandardCharsets.US_ASCII);
    out.writeBytes(beginning);
    for (var i = 0; i < count; i++) {
      // a stored block that holds the keyword, then blocks that hold nothing
      out.write(0);
      out.write(beginning.length);
      out.write(0);
      out.write(~beginning.length);
      out.write(0xff);
      out.writeBytes(beginning);
      for (var empty = 0; empty < 200; empty++) {
        out.writeBytes(new byte[] {0, 0, 0, (byte) 0xff, (byte) 0xff});
      }
    }
    return out.toByteArray();
  }
}
