package uz.yagona.signing.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Another hierarchy with the very names of ours, as a forger would make it. */
public final class ForeignPki {
  private static final Duration DAY = Duration.ofDays(1);

  private ForeignPki() {}

  /** A signer whose whole chain is forged. */
  public static Credential signer() {
    return factory().issue(blueprint(CertificateProfile.SIGNER, "Aziza Karimova"), issuing());
  }

  /** As {@link #signer}; the certificate names lists, a responder and an issuer at an address. */
  public static Credential signerWithServicesAt(URI address) {
    return new CertificateFactory(address)
        .issue(blueprint(CertificateProfile.SIGNER, "Aziza Karimova"), issuing());
  }

  /** A certificate that {@code signer}, who is no authority, has issued. */
  public static Credential issuedBy(Credential signer) {
    return factory().issue(blueprint(CertificateProfile.SIGNER, "Aziza Karimova"), signer);
  }

  /** A timestamp over a SHA-256 by an authority of the forger, DER. */
  public static byte[] timestamp(byte[] sha256) {
    var authority =
        factory()
            .issue(
                blueprint(CertificateProfile.TSA, "Yagona PILOT Timestamp Authority"), issuing());
    try {
      var signer =
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build("SHA256withECDSA", authority.key(), authority.certificate());
      var tokens =
          new TimeStampTokenGenerator(
              signer, digest(NISTObjectIdentifiers.id_sha256), TimestampAuthority.POLICY, true);
      tokens.addCertificates(new JcaCertStore(authority.chain()));
      var requests = new TimeStampRequestGenerator();
      requests.setCertReq(true);
      return tokens
          .generate(
              requests.generate(TSPAlgorithms.SHA256, sha256),
              BigInteger.ONE,
              Date.from(Instant.now()))
          .getEncoded();
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The forger's word that a certificate of ours is good, DER. */
  public static byte[] goodStatus(X509Certificate certificate, X509Certificate issuer) {
    var responder =
        factory()
            .issue(blueprint(CertificateProfile.OCSP, "Yagona PILOT OCSP Responder"), issuing());
    try {
      var holder = new JcaX509CertificateHolder(responder.certificate());
      var id =
          new CertificateID(
              digest(CertificateID.HASH_SHA1.getAlgorithm()),
              new JcaX509CertificateHolder(issuer),
              certificate.getSerialNumber());
      var now = Instant.now();
      var response =
          new BasicOCSPRespBuilder(new RespID(holder.getSubject()))
              .addResponse(
                  id, CertificateStatus.GOOD, Date.from(now), Date.from(now.plus(DAY)), null)
              .build(
                  CertificateFactory.signer(responder.key()),
                  new X509CertificateHolder[] {holder},
                  Date.from(now));
      return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, response).getEncoded();
    } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of the forger on which nobody stands, DER. */
  public static byte[] emptyList() {
    var issuer = issuing();
    try {
      return new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(Instant.now()))
          .setNextUpdate(Date.from(Instant.now().plus(DAY)))
          .build(CertificateFactory.signer(issuer.key()))
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DigestCalculator digest(org.bouncycastle.asn1.ASN1ObjectIdentifier algorithm)
      throws OperatorCreationException {
    return new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(algorithm));
  }

  private static Credential issuing() {
    var root = factory().root(blueprint(CertificateProfile.ROOT, "Yagona PILOT Root CA"));
    return factory().issue(blueprint(CertificateProfile.ISSUING, "Yagona PILOT Issuing CA"), root);
  }

  private static CertificateFactory factory() {
    return new CertificateFactory(URI.create("https://yagona.example.uz/pki"));
  }

  private static CertificateBlueprint blueprint(CertificateProfile profile, String name) {
    return new CertificateBlueprint(
        profile,
        PilotPki.name().addRDN(BCStyle.CN, name).build(),
        KeyAlgorithm.ECDSA_P256.newKeyPair(),
        Instant.now().minusSeconds(3600));
  }
}
