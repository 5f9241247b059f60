package uz.yagona.signing.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.springframework.stereotype.Component;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Organisation;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.pki.TimestampAuthority;

/** Makes CAdES-B-T seals (ETSI EN 319 122-1) with the key of the installation. */
@Component
class InstallationSeal {
  private static final Organisation HOLDER = new Organisation("INSTALLATION", "Yagona");
  private static final int NONCE_BITS = 64;

  private final SignerCredentials credentials;
  private final TimestampAuthority authority;
  private final SecureRandom random = new SecureRandom();

  InstallationSeal(SignerCredentials credentials, TimestampAuthority authority) {
    this.credentials = credentials;
    this.authority = authority;
  }

  /**
   * The seal in DER, with the chain and a timestamp inside.
   *
   * @throws IllegalStateException when no certificate of the seal is in force: the desk has issued
   *     none, or all are revoked or expired
   */
  byte[] over(byte[] content) {
    var credential =
        credentials
            .findOrIssueFirst(HOLDER)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a valid certificate of %s, but the desk has issued none in force"
                            .formatted(HOLDER.userName())));
    try {
      var signer =
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(signingCertificate(credential)))
              .setUnsignedAttributeGenerator(known -> timestamp(signature(known)))
              .build(new KeySigner(credential), credential.certificate());
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signer);
      generator.addCertificates(new JcaCertStore(credential.chain()));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IllegalStateException("Expected a seal, but it could not be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AttributeTable signingCertificate(Credential credential)
      throws CertificateEncodingException {
    var name = new ESSCertIDv2(sha256(credential.certificate().getEncoded()));
    return table(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {name}))));
  }

  private AttributeTable timestamp(byte[] signature) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      var request =
          generator.generate(
              TSPAlgorithms.SHA256, sha256(signature), new BigInteger(NONCE_BITS, random));
      var response = new TimeStampResponse(authority.answer(request.getEncoded()));
      response.validate(request);
      var token = response.getTimeStampToken();
      if (token == null) {
        throw new IllegalStateException(
            "Expected a timestamp, but it was refused: " + response.getStatusString());
      }
      return table(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
              new DERSet(ASN1Primitive.fromByteArray(token.getEncoded()))));
    } catch (TSPException e) {
      throw new IllegalStateException("Expected a timestamp, but the answer does not fit", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] signature(Map<?, ?> known) {
    if (known.get(CMSAttributeTableGenerator.SIGNATURE) instanceof byte[] signature) {
      return signature;
    }
    throw new IllegalStateException("Expected the signature to be known, but it is not");
  }

  private static AttributeTable table(Attribute attribute) {
    var attributes = new ASN1EncodableVector();
    attributes.add(attribute);
    return new AttributeTable(attributes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key signs where it lies, in a file or in a token. */
  private static final class KeySigner implements ContentSigner {
    private final Credential credential;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private KeySigner(Credential credential) {
      this.credential = credential;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      var isElliptic = credential.certificate().getPublicKey().getAlgorithm().startsWith("EC");
      return new DefaultSignatureAlgorithmIdentifierFinder()
          .find(isElliptic ? "SHA256withECDSA" : "SHA256withRSA");
    }

    @Override
    public OutputStream getOutputStream() {
      return bytes;
    }

    @Override
    public byte[] getSignature() {
      return credential.sign(bytes.toByteArray());
    }
  }
}
