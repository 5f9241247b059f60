package uz.yagona.signing.pades;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.pki.Credential;

/** Signs at level B-T with any certificate, without asking whether it is valid. */
public final class CarelessSigner {
  private final PkiBridge pki;
  private final Consumer<PAdESSignatureParameters> settings;
  private final @Nullable TSPSource stamps;

  public CarelessSigner(PkiBridge pki) {
    this(pki, settings -> {}, null);
  }

  private CarelessSigner(
      PkiBridge pki, Consumer<PAdESSignatureParameters> settings, @Nullable TSPSource stamps) {
    this.pki = pki;
    this.settings = settings;
    this.stamps = stamps;
  }

  /** One that changes the parameters of the library too. */
  public CarelessSigner with(Consumer<PAdESSignatureParameters> further) {
    return new CarelessSigner(pki, settings.andThen(further), stamps);
  }

  /** One that takes its timestamps from elsewhere; gets a SHA-256, gives a token. */
  public CarelessSigner stampedBy(UnaryOperator<byte[]> authority) {
    return new CarelessSigner(
        pki, settings, (algorithm, digest) -> new TimestampBinary(authority.apply(digest)));
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
    settings.accept(parameters);
    var verifier = new CommonCertificateVerifier();
    verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
    verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
    var service = new PAdESService(verifier);
    service.setTspSource(stamps == null ? pki.timestamps() : stamps);
    var document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
    try {
      var signature = Signature.getInstance(parameters.getSignatureAlgorithm().getJCEId());
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
