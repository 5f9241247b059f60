package uz.yagona.signing.pades;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Adds proof behind signatures: chains and revocation (B-LT), and a timestamp over all of it
 * (B-LTA); once more before the last timestamp ends.
 */
@Component
class PadesAugmenter {
  private final PkiBridge pki;

  PadesAugmenter(PkiBridge pki) {
    this.pki = pki;
  }

  /** The file raised to {@code level}, B-LT or B-LTA. */
  byte[] augment(byte[] pdf, Level level) {
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(level.library());
    parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setAppName("Yagona");
    var service = new PAdESService(pki.signingVerifier());
    service.setTspSource(pki.timestamps());
    var document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
    var bytes = new ByteArrayOutputStream(2 * pdf.length);
    try {
      service.extendDocument(document, parameters).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
