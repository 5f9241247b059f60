package uz.yagona.signing.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** What a forger does to a signed file. */
final class Forgery {
  private Forgery() {}

  /** A change of a file that is saved behind what was there. */
  @FunctionalInterface
  interface Edit {
    void apply(PDDocument document) throws IOException;
  }

  static byte[] changedByte(byte[] file) {
    var forged = file.clone();
    forged[indexOf(file, "stream\n") + 40] ^= 1;
    return forged;
  }

  /** Covers a line of the page with another text, in a further revision. */
  static byte[] overlay(byte[] file) {
    return updated(
        file,
        document -> {
          var page = document.getPage(0);
          try (var content =
              new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.setNonStrokingColor(1f, 1f, 1f);
            content.addRect(60, 300, 400, 40);
            content.fill();
            content.setNonStrokingColor(0f, 0f, 0f);
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(70, 315);
            content.showText("The appeal is refused");
            content.endText();
          }
          page.getCOSObject().setNeedToBeUpdated(true);
          page.getResources().getCOSObject().setNeedToBeUpdated(true);
        });
  }

  static byte[] stamp(byte[] file) {
    return updated(
        file,
        document -> {
          var stamp = new PDAnnotationRubberStamp();
          stamp.setRectangle(new PDRectangle(80, 400, 300, 60));
          stamp.setContents("REFUSED");
          stamp.setAppearance(whiteBox(document));
          var page = document.getPage(0);
          var annotations = page.getAnnotations();
          annotations.add(stamp);
          page.setAnnotations(annotations);
          page.getCOSObject().setNeedToBeUpdated(true);
        });
  }

  static PDAppearanceDictionary whiteBox(PDDocument document) throws IOException {
    var stream = new PDAppearanceStream(document);
    stream.setBBox(new PDRectangle(300, 60));
    stream.setResources(new PDResources());
    try (var content = new PDPageContentStream(document, stream)) {
      content.setNonStrokingColor(1f, 1f, 1f);
      content.addRect(0, 0, 300, 60);
      content.fill();
    }
    var appearance = new PDAppearanceDictionary();
    appearance.setNormalAppearance(stream);
    return appearance;
  }

  static byte[] addedPage(byte[] file) {
    return updated(
        file,
        document -> {
          document.addPage(new PDPage());
          document.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
  }

  static byte[] script(byte[] file) {
    return updated(
        file,
        document -> {
          var catalog = document.getDocumentCatalog();
          catalog.setOpenAction(new PDActionJavaScript("app.alert('x')"));
          catalog.getCOSObject().setNeedToBeUpdated(true);
        });
  }

  static byte[] updated(byte[] file, Edit edit) {
    var out = new ByteArrayOutputStream();
    try (var document = Loader.loadPDF(file)) {
      edit.apply(document);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      document.saveIncremental(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] trailingBytes(byte[] file) {
    return concat(file, "\n<!-- paid -->\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** Trailing bytes with an end mark of their own. */
  static byte[] trailingBytesWithEndMark(byte[] file) {
    return concat(file, "junk\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] emptiedContents(byte[] file) {
    var forged = file.clone();
    var start = indexOf(file, "/Contents <") + "/Contents <".length();
    var end = start;
    while (file[end] != '>') {
      end++;
    }
    Arrays.fill(forged, start, end, (byte) '0');
    return forged;
  }

  /** Lets the signature claim to cover fewer bytes. */
  static byte[] movedByteRange(byte[] file) {
    var forged = file.clone();
    var digit = indexOf(file, "/ByteRange [0 ") + "/ByteRange [0 ".length();
    forged[digit] = (byte) (file[digit] == '1' ? '2' : '1');
    return forged;
  }

  static byte[] changedSignatureValue(byte[] file) {
    return flipped(file, signer(cms(file)).getSignature());
  }

  static byte[] changedSignedAttribute(byte[] file) {
    var attributes = signer(cms(file)).getSignedAttributes();
    var digest = attributes.get(org.bouncycastle.asn1.cms.CMSAttributes.messageDigest);
    var octets = (org.bouncycastle.asn1.ASN1OctetString) digest.getAttrValues().getObjectAt(0);
    return flipped(file, octets.getOctets());
  }

  static byte[] changedTimestamp(byte[] file) {
    try {
      var stamp =
          signer(cms(file))
              .getUnsignedAttributes()
              .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
              .getAttrValues()
              .getObjectAt(0)
              .toASN1Primitive()
              .getEncoded();
      return flipped(file, signer(new CMSSignedData(stamp)).getSignature());
    } catch (IOException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] flipped(byte[] file, byte[] value) {
    var forged = file.clone();
    var hex = HexFormat.of().formatHex(value);
    var place = indexOf(file, hex);
    if (place < 0) {
      place = indexOf(file, hex.toUpperCase(java.util.Locale.ROOT));
    }
    var last = place + hex.length() - 1;
    forged[last] = (byte) (file[last] == '0' ? '1' : '0');
    return forged;
  }

  static CMSSignedData cms(byte[] file) {
    try (var document = Loader.loadPDF(file)) {
      var contents = document.getSignatureDictionaries().get(0).getContents();
      try (var in = new org.bouncycastle.asn1.ASN1InputStream(contents)) {
        return new CMSSignedData(in.readObject().getEncoded());
      }
    } catch (IOException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SignerInformation signer(CMSSignedData cms) {
    return cms.getSignerInfos().iterator().next();
  }

  static byte[] concat(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  static int indexOf(byte[] file, String text) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
