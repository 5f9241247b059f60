package uz.yagona.signing.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.SigningProperties;

/** First look at a foreign file, before the signature library reads it. */
final class PdfIntake {
  private static final int HEADER_WITHIN = 1024;
  private static final byte[] HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final long MEMORY = 64L << 20;
  private static final long STORAGE = 256L << 20;
  private static final long UNPACKED = 256L << 20;
  private static final float LONGEST_PAGE_SIDE =
      3_400; // A0 in points: pages are drawn to compare them
  private static final long MOST_PIXELS = 40_000_000;
  private static final int MOST_OBJECTS = 200_000;
  private static final int MOST_ANNOTATIONS = 2_000;

  private final SigningProperties.Verification limits;

  PdfIntake(SigningProperties.Verification limits) {
    this.limits = limits;
  }

  /**
   * Title of the document, and whether it holds what an official document never holds.
   *
   * @param title empty when there is none
   * @param isActive whether it has scripts, launched programs, embedded files or XFA forms
   */
  record Look(String title, boolean isActive) {}

  /**
   * Opens the file within its limits.
   *
   * @throws RefusedFileException when it is not a readable PDF or goes beyond the limits
   */
  Look look(byte[] file) {
    requireHeader(file);
    UnpackedSize.require(file, UNPACKED);
    var memory = MemoryUsageSetting.setupMixed(MEMORY, STORAGE).streamCache;
    try (var source = new RandomAccessReadBuffer(file);
        var document = Loader.loadPDF(source, "", null, null, memory)) {
      requireWithinLimits(document);
      var title = document.getDocumentInformation().getTitle();
      return new Look(title == null ? "" : title, ActiveContent.isIn(document.getDocument()));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      if (e instanceof RefusedFileException refused) {
        throw refused;
      }
      // objects nested without end overflow the stack: that harms nobody but this check
      throw RefusedFileException.notPdf("Expected a readable PDF, but it is not");
    }
  }

  private static void requireHeader(byte[] file) {
    var last = Math.min(file.length - HEADER.length, HEADER_WITHIN);
    for (var start = 0; start <= last; start++) {
      var i = 0;
      while (i < HEADER.length && file[start + i] == HEADER[i]) {
        i++;
      }
      if (i == HEADER.length) {
        return;
      }
    }
    throw RefusedFileException.notPdf("Expected a PDF, but the file does not start like one");
  }

  private void requireWithinLimits(PDDocument document) throws IOException {
    if (document.isEncrypted()) {
      throw RefusedFileException.beyondLimits("Expected a file without password, but it has one");
    }
    require("pages", document.getNumberOfPages(), limits.maxPages());
    require("objects", document.getDocument().getXrefTable().size(), MOST_OBJECTS);
    var annotations = 0;
    for (var page : document.getPages()) {
      var list = page.getCOSObject().getCOSArray(COSName.ANNOTS);
      annotations += list == null ? 0 : list.size();
      require("annotations", annotations, MOST_ANNOTATIONS);
      var box = page.getMediaBox();
      if (Math.max(box.getWidth(), box.getHeight()) > LONGEST_PAGE_SIDE) {
        throw RefusedFileException.beyondLimits("Expected pages up to A0, but found a larger one");
      }
    }
    requireSmallImages(document.getDocument());
    require("signatures", document.getSignatureDictionaries().size(), limits.maxSignatures());
  }

  private static void requireSmallImages(COSDocument document) {
    objects(document)
        .filter(COSStream.class::isInstance)
        .map(COSStream.class::cast)
        .filter(stream -> COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)))
        .filter(image -> pixels(image) > MOST_PIXELS)
        .findAny()
        .ifPresent(
            image -> {
              throw RefusedFileException.beyondLimits(
                  "Expected images of at most %d pixels, but found a larger one"
                      .formatted(MOST_PIXELS));
            });
  }

  private static long pixels(COSDictionary image) {
    return (long) image.getInt(COSName.WIDTH, 0) * image.getInt(COSName.HEIGHT, 0);
  }

  private static Stream<@Nullable COSBase> objects(COSDocument document) {
    return document.getXrefTable().keySet().stream()
        .map(key -> document.getObjectFromPool(key).getObject());
  }

  private static void require(String what, int found, int most) {
    if (found > most) {
      throw RefusedFileException.beyondLimits(
          "Expected at most %d %s, but found %d".formatted(most, what, found));
    }
  }
}
