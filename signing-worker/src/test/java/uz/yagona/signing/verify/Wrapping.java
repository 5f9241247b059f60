package uz.yagona.signing.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Signature wrapping: every signed byte stays, the second signed part moves back, and in the gap
 * stands what the reader shows, with a cross-reference table where the signed end points to.
 */
final class Wrapping {
  private static final Pattern RANGE = Pattern.compile("/ByteRange \\[0 (\\d+) (\\d+) (\\d+)\\s*]");
  private static final Pattern START = Pattern.compile("startxref\\s+(\\d+)\\s+%%EOF\\s*$");
  private static final String PAGE = "BT /F1 20 Tf 60 700 Td (The appeal is refused) Tj ET";

  private final byte[] file;
  private final String text;
  private final int before;
  private final int behind;
  private final int length;
  private final int table;
  private final int firstEnd;
  private final String firstTable;

  private Wrapping(byte[] file) {
    this.file = file;
    this.text = new String(file, StandardCharsets.ISO_8859_1);
    var range = RANGE.matcher(text);
    var start = START.matcher(text);
    if (!range.find() || !start.find()) {
      throw new IllegalArgumentException("Expected a signed file with a table");
    }
    before = Integer.parseInt(range.group(1));
    behind = Integer.parseInt(range.group(2));
    length = Integer.parseInt(range.group(3));
    table = Integer.parseInt(start.group(1));
    firstEnd = text.indexOf("%%EOF");
    firstTable = text.substring(text.indexOf("startxref") + 9, firstEnd).strip();
  }

  /** The wrapped file. */
  static byte[] of(byte[] file) {
    return new Wrapping(file).wrapped();
  }

  private byte[] wrapped() {
    try (var document = Loader.loadPDF(file)) {
      var gap = gap(document, 4 * (table - behind) + 100_000);
      var out = new ByteArrayOutputStream();
      out.write(file, 0, behind);
      out.writeBytes(gap);
      out.write(file, behind, length);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] gap(PDDocument document, int size) throws IOException {
    Map<COSObjectKey, Long> offsets = new TreeMap<>();
    document
        .getDocument()
        .getXrefTable()
        .forEach(
            (key, at) -> {
              if (at > firstEnd) {
                offsets.put(key, at >= behind ? at + size : at);
              }
            });
    var trailer = document.getDocument().getTrailer();
    var signature = signature(document);
    var contents = document.getPage(0).getCOSObject().getItem(COSName.CONTENTS).getKey();
    offsets.put(signature, 0L);
    offsets.put(contents, 0L);
    var objects = table + table(offsets, trailer).length();
    var more = new StringBuilder();
    add(more, objects, offsets, signature, signatureObject(size));
    add(more, objects, offsets, contents, page());
    var gap = " ".repeat(table - behind) + table(offsets, trailer) + more;
    return (gap + " ".repeat(size - gap.length())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void add(
      StringBuilder objects,
      int start,
      Map<COSObjectKey, Long> offsets,
      COSObjectKey key,
      String object) {
    offsets.put(key, (long) start + objects.length());
    objects.append(key.getNumber()).append(" 0 obj\n").append(object).append("\nendobj\n");
  }

  private static COSObjectKey signature(PDDocument document) throws IOException {
    for (var field : document.getSignatureFields()) {
      if (field.getSignature() != null) {
        return field.getCOSObject().getItem(COSName.V).getKey();
      }
    }
    throw new IllegalArgumentException("Expected a signature");
  }

  private String signatureObject(int size) {
    var contents = text.substring(before, behind);
    return ("<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached"
            + "/ByteRange [0 %d %d %d]/Contents %s>>")
        .formatted(before, behind + size, length, contents);
  }

  private static String page() {
    return "<</Length %d>>\nstream\n%s\nendstream".formatted(PAGE.length(), PAGE);
  }

  private String table(Map<COSObjectKey, Long> offsets, COSDictionary trailer) {
    var table = new StringBuilder("xref\n0 1\n0000000000 65535 f \n");
    offsets.forEach(
        (key, at) ->
            table
                .append(key.getNumber())
                .append(" 1\n")
                .append("%010d %05d n \n".formatted(at, key.getGeneration())));
    return table
        .append("trailer\n<</Root ")
        .append(trailer.getItem(COSName.ROOT).getKey().getNumber())
        .append(" 0 R/Size ")
        .append(trailer.getInt(COSName.SIZE))
        .append("/Prev ")
        .append(firstTable)
        .append(">>\nstartxref\n0\n")
        .toString();
  }
}
