package uz.yagona.signing.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Builds certificates after RFC 5280 (profiles), RFC 3161 (TSA) and RFC 6960 (OCSP responder). */
final class CertificateFactory {
  /** Policy of every pilot certificate, under an arc that needs no registration (X.667). */
  static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.224971346590857311273549017366529482610.1");

  private static final int SERIAL_BYTES = 10;

  private final URI address;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param address public base address of the PKI, for the pointers inside certificates
   */
  CertificateFactory(URI address) {
    this.address = address;
  }

  /** A self-signed root certificate. */
  Credential root(CertificateBlueprint blueprint) {
    var keys = blueprint.keyPair();
    var builder = builder(blueprint, new Issuer(blueprint.subject(), keys.getPrivate()));
    try {
      addIdentifiers(builder, blueprint, new JcaX509ExtensionUtils());
      var own = new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic());
      builder.addExtension(Extension.authorityKeyIdentifier, false, own);
      return new Credential(keys.getPrivate(), List.of(sign(builder, keys.getPrivate())));
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate signed by {@code issuer}, which must be of the profile's authority. */
  Credential issue(CertificateBlueprint blueprint, Credential issuer) {
    try {
      var authority = new JcaX509CertificateHolder(issuer.certificate());
      var builder = builder(blueprint, new Issuer(authority.getSubject(), issuer.key()));
      var extensions = new JcaX509ExtensionUtils();
      addIdentifiers(builder, blueprint, extensions);
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          extensions.createAuthorityKeyIdentifier(issuer.certificate()));
      addPurpose(builder, blueprint.profile());
      addPointers(builder, blueprint.profile());
      var chain = new ArrayList<X509Certificate>();
      chain.add(sign(builder, issuer.key()));
      chain.addAll(issuer.chain());
      return new Credential(blueprint.keyPair().getPrivate(), chain);
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Issuer(org.bouncycastle.asn1.x500.X500Name name, PrivateKey key) {}

  private X509v3CertificateBuilder builder(CertificateBlueprint blueprint, Issuer issuer) {
    return new JcaX509v3CertificateBuilder(
        issuer.name(),
        newSerial(),
        Date.from(blueprint.from()),
        Date.from(end(blueprint)),
        blueprint.subject(),
        blueprint.keyPair().getPublic());
  }

  private static Instant end(CertificateBlueprint blueprint) {
    return blueprint
        .from()
        .atZone(ZoneOffset.UTC)
        .plus(blueprint.lifetime())
        .minusSeconds(1)
        .toInstant();
  }

  private BigInteger newSerial() {
    var bytes = new byte[SERIAL_BYTES];
    random.nextBytes(bytes);
    bytes[0] = (byte) ((bytes[0] & 0x3f) | 0x40);
    return new BigInteger(1, bytes);
  }

  private static void addIdentifiers(
      X509v3CertificateBuilder builder,
      CertificateBlueprint blueprint,
      JcaX509ExtensionUtils extensions)
      throws CertIOException {
    var profile = blueprint.profile();
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        extensions.createSubjectKeyIdentifier(blueprint.keyPair().getPublic()));
    builder.addExtension(Extension.basicConstraints, true, constraints(profile));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage()));
  }

  private static BasicConstraints constraints(CertificateProfile profile) {
    if (!profile.isAuthority()) {
      return new BasicConstraints(false);
    }
    return new BasicConstraints(profile == CertificateProfile.ROOT ? 1 : 0);
  }

  private static void addPurpose(X509v3CertificateBuilder builder, CertificateProfile profile)
      throws CertIOException {
    if (profile == CertificateProfile.TSA) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    if (profile == CertificateProfile.OCSP) {
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
      builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }
  }

  private void addPointers(X509v3CertificateBuilder builder, CertificateProfile profile)
      throws CertIOException {
    var issuer = profile.issuer().id();
    var list = new DistributionPointName(new GeneralNames(uri("/crl/" + issuer + ".crl")));
    builder.addExtension(
        Extension.cRLDistributionPoints,
        false,
        new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(list, null, null)}));
    var access = new ArrayList<AccessDescription>();
    if (profile.isForHolder() || profile == CertificateProfile.TSA) {
      access.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri("/ocsp")));
    }
    access.add(
        new AccessDescription(AccessDescription.id_ad_caIssuers, uri("/ca/" + issuer + ".cer")));
    builder.addExtension(
        Extension.authorityInfoAccess,
        false,
        new AuthorityInformationAccess(access.toArray(new AccessDescription[0])));
    builder.addExtension(
        Extension.certificatePolicies,
        false,
        new CertificatePolicies(
            new PolicyInformation(
                POLICY, new DERSequence(new PolicyQualifierInfo(practiceAddress())))));
  }

  /** The practice statement is a page of the portal, beside the PKI's own paths. */
  private String practiceAddress() {
    return address.resolve("/certificate-policy").toString();
  }

  private GeneralName uri(String path) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address + path);
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
  }

  /** Whether only the key's own provider can use it. */
  static boolean isInToken(PrivateKey key) {
    return key.getEncoded() == null;
  }

  /** Signs with {@code key} over SHA-256. */
  static ContentSigner signer(PrivateKey key) {
    try {
      var builder = new JcaContentSignerBuilder(KeyAlgorithm.signatureAlgorithm(key));
      return (isInToken(key) ? builder : builder.setProvider(Bouncy.CASTLE)).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a DER certificate. */
  static X509Certificate parse(byte[] der) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(new org.bouncycastle.cert.X509CertificateHolder(der));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("Expected a DER certificate, but it is not", e);
    }
  }
}
