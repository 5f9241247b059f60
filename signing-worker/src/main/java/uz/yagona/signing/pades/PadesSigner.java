package uz.yagona.signing.pades;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.signing.Phrases;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.pki.TrustedTime;

/** Fills an empty signature field of a PDF with a PAdES signature. */
@Component
public class PadesSigner {
  /**
   * Room for the CMS with both chains and a timestamp; measured 4.2 KB with P-256, 8.2 KB with RSA.
   */
  private static final int ROOM_EC = 10_000;

  private static final int ROOM_RSA = 18_000;
  private static final DateTimeFormatter VISIBLE_TIME =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss (O)");

  private final PkiBridge pki;
  private final TrustedTime time;
  private final ZoneId zone;

  PadesSigner(PkiBridge pki, TrustedTime time, SigningProperties properties) {
    this.pki = pki;
    this.time = time;
    this.zone = properties.zone();
  }

  /**
   * Signs the file.
   *
   * @throws CertificateRefusedException when the certificate is revoked or its status is not known
   * @throws IllegalArgumentException when the file has no empty signature field
   */
  public SignedPdf sign(byte[] pdf, SignatureRequest request) {
    return sign(pdf, request, time.now(), request.credential()::sign);
  }

  /**
   * What a key that is kept elsewhere has to sign: DER of the signed attributes, which hold the
   * digest of the prepared file. The same input gives the same bytes, later and on another node.
   *
   * @throws CertificateRefusedException when the certificate is revoked or its status is not known
   */
  byte[] dataToSign(byte[] pdf, SignatureRequest request, Instant claimed) {
    var preparation = prepare(pdf, request, claimed);
    try {
      return preparation.dataToSign().getBytes();
    } catch (AlertException e) {
      throw new CertificateRefusedException(e);
    }
  }

  /**
   * As the other one, with a claimed time of before.
   *
   * @param key makes the signature value of the data to sign
   */
  SignedPdf sign(byte[] pdf, SignatureRequest request, Instant claimed, UnaryOperator<byte[]> key) {
    var preparation = prepare(pdf, request, claimed);
    try {
      var value = key.apply(preparation.dataToSign().getBytes());
      var signed = preparation.signed(value);
      var bytes =
          new ByteArrayOutputStream(pdf.length + 2 * preparation.parameters.getContentSize());
      signed.writeTo(bytes);
      return new SignedPdf(
          bytes.toByteArray(),
          preparation.field.name(),
          preparation.timestamps.first().orElse(claimed));
    } catch (AlertException e) {
      throw new CertificateRefusedException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts in a signature value that was made elsewhere.
   *
   * @throws BpmnErrorException when the prepared file is another one now than it was then
   */
  SignedPdf sign(byte[] pdf, SignatureRequest request, GivenSignature.Value given) {
    return sign(
        pdf,
        request,
        given.claimed(),
        dataToSign -> {
          if (!Arrays.equals(dataToSign, given.dataToSign())) {
            throw new BpmnErrorException(
                SigningRules.DIGEST_MISMATCH,
                "Expected the prepared file to be the one that was signed, but names, office or"
                    + " certificate have changed since");
          }
          return given.value();
        });
  }

  /** A file with room for a signature, and how it is to be made. */
  private record Preparation(
      DSSDocument document,
      SignatureField field,
      PAdESSignatureParameters parameters,
      PAdESService service,
      TimedSource timestamps) {
    ToBeSigned dataToSign() {
      return service.getDataToSign(document, parameters);
    }

    DSSDocument signed(byte[] value) {
      var algorithm = parameters.getSignatureAlgorithm();
      return service.signDocument(document, parameters, new SignatureValue(algorithm, value));
    }
  }

  private Preparation prepare(byte[] pdf, SignatureRequest request, Instant claimed) {
    var field =
        SignatureField.empty(pdf, request.field())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Expected an empty signature field in the file, but there is none"));
    var parameters = parameters(request, claimed);
    parameters.setImageParameters(Appearance.of(field, visibleText(request, claimed)));
    var timestamps = new TimedSource(pki.timestamps());
    var service = new PAdESService(pki.signingVerifier());
    service.setTspSource(timestamps);
    var document = new InMemoryDocument(pdf, "document.pdf", MimeTypeEnum.PDF);
    return new Preparation(document, field, parameters, service, timestamps);
  }

  private PAdESSignatureParameters parameters(SignatureRequest request, Instant claimed) {
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(request.level().library());
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    var chain = request.credential().chain().stream().map(CertificateToken::new).toList();
    parameters.setSigningCertificate(chain.get(0));
    parameters.setCertificateChain(chain);
    parameters.setContentSize(isRsa(request.credential().key()) ? ROOM_RSA : ROOM_EC);
    // levels B and T would otherwise sign with a revoked certificate
    parameters.setCheckCertificateRevocation(true);
    parameters.setSignerName(request.signerName());
    parameters.setReason(request.reason());
    parameters.setAppName("Yagona");
    parameters.bLevel().setSigningDate(Date.from(claimed));
    parameters.setSigningTimeZone(TimeZone.getTimeZone(zone));
    parameters.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.getArchiveTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
    return parameters;
  }

  private String visibleText(SignatureRequest request, Instant claimed) {
    var phrases = Phrases.in(request.language());
    var text = new StringBuilder(phrases.get("signed")).append('\n');
    request.lines().forEach(line -> text.append(line).append('\n'));
    text.append(VISIBLE_TIME.format(claimed.atZone(zone))).append('\n');
    return text.append(phrases.get("signed.certificate", request.credential().serial())).toString();
  }

  private static boolean isRsa(PrivateKey key) {
    return "RSA".equals(key.getAlgorithm());
  }
}
