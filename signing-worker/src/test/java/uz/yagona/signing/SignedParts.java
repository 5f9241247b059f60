package uz.yagona.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.ASN1InputStream;

/** Takes the signatures out of a PDF, so that OpenSSL can judge them without knowing PDF. */
public final class SignedParts {
  private SignedParts() {}

  /**
   * Writes {@code 0.p7} and {@code 0.data}, {@code 1.p7} and so on: each CMS without its padding,
   * and the bytes that it signs. Gives the subfilters in that order.
   */
  public static List<String> write(byte[] pdf, Path directory) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var signatures = document.getSignatureDictionaries();
      for (var i = 0; i < signatures.size(); i++) {
        var signature = signatures.get(i);
        try (var padded = new ASN1InputStream(signature.getContents())) {
          Files.write(directory.resolve(i + ".p7"), padded.readObject().getEncoded());
        }
        Files.write(directory.resolve(i + ".data"), signature.getSignedContent(pdf));
      }
      return signatures.stream().map(signature -> signature.getSubFilter()).toList();
    }
  }
}
