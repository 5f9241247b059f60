package uz.yagona.signing.pades;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import uz.yagona.signing.pki.Credential;

/** Signs at level B-T with any certificate, without asking whether it is valid. */
public final class CarelessSigner {
  private final PkiBridge pki;

  public CarelessSigner(PkiBridge pki) {
    this.pki = pki;
  }

  public byte[] sign(byte[] pdf, Credential credential) {
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    var chain = credential.chain().stream().map(CertificateToken::new).toList();
    parameters.setSigningCertificate(chain.get(0));
    parameters.setCertificateChain(chain);
    parameters.setContentSize(20_000);
    parameters.getImageParameters().getFieldParameters().setFieldId("head");
    var service = new PAdESService(new CommonCertificateVerifier());
    service.setTspSource(pki.timestamps());
    var document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(credential.key());
      signature.update(service.getDataToSign(document, parameters).getBytes());
      var value = new SignatureValue(parameters.getSignatureAlgorithm(), signature.sign());
      var bytes = new ByteArrayOutputStream();
      service.signDocument(document, parameters, value).writeTo(bytes);
      return bytes.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
