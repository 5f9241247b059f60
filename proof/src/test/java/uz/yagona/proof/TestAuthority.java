package uz.yagona.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority with a root of its own. */
public final class TestAuthority {
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4");
  private static final Duration LIFE = Duration.ofDays(365);

  private final KeyPair rootKey = keys();
  private final X500Name rootName = new X500Name("CN=Test root");
  private final X509Certificate root;
  private final KeyPair key = keys();
  private final X509Certificate certificate;
  private final X509Certificate official;
  private final AtomicLong serial = new AtomicLong();

  public TestAuthority() {
    try {
      root = issue(rootName, rootKey, null);
      certificate = issue(new X500Name("CN=Test TSA"), key, KeyPurposeId.id_kp_timeStamping);
      official = issue(new X500Name("CN=Test official"), key, KeyPurposeId.id_kp_emailProtection);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public X509Certificate root() {
    return root;
  }

  /** Answers a DER request of RFC 3161. */
  public byte[] answer(byte[] request, Instant at) {
    try {
      var signer =
          new JcaSimpleSignerInfoGeneratorBuilder()
              .build("SHA256withECDSA", key.getPrivate(), certificate);
      var digest =
          new JcaDigestCalculatorProviderBuilder()
              .build()
              .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
      var tokens = new TimeStampTokenGenerator(signer, digest, POLICY, true);
      tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
      return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256.getId()))
          .generate(
              new TimeStampRequest(request),
              BigInteger.valueOf(serial.incrementAndGet()),
              Date.from(at))
          .getEncoded();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token over a digest. */
  public byte[] token(byte[] sha256, Instant at) {
    return Timestamp.token(answer(Timestamp.request(sha256, BigInteger.TEN), at));
  }

  /** A detached signature with a timestamp over it, as in a PDF. */
  public byte[] sign(byte[] content, Instant at) {
    try {
      var name = new ESSCertIDv2(Digests.sha256(official.getEncoded()));
      var attributes = new ASN1EncodableVector();
      attributes.add(
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {name}))));
      var signer =
          new JcaSimpleSignerInfoGeneratorBuilder()
              .setSignedAttributeGenerator(
                  new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
              .setUnsignedAttributeGenerator(
                  known -> stamped((byte[]) known.get(CMSAttributeTableGenerator.SIGNATURE), at))
              .build("SHA256withECDSA", key.getPrivate(), official);
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signer);
      generator.addCertificates(new JcaCertStore(List.of(official, root)));
      return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private AttributeTable stamped(byte[] signature, Instant at) {
    try {
      return new AttributeTable(
          new DERSet(
              new Attribute(
                  PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                  new DERSet(ASN1Primitive.fromByteArray(token(Digests.sha256(signature), at))))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private X509Certificate issue(X500Name subject, KeyPair keys, KeyPurposeId purpose)
      throws Exception {
    var now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            rootName,
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minus(LIFE)),
            Date.from(now.plus(LIFE)),
            subject,
            keys.getPublic());
    if (purpose == null) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    } else {
      builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate())));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
