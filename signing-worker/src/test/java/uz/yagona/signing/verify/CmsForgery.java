package uz.yagona.signing.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import uz.yagona.signing.pki.Credential;

/** What a forger does to the CMS inside a signed file. */
final class CmsForgery {
  private CmsForgery() {}

  /** The signature of one file in another one. */
  static byte[] ofAnotherDocument(byte[] file, byte[] other) {
    return withContents(file, hex(other));
  }

  /** Bytes of the forger in the padding behind the CMS. */
  static byte[] withBytesInThePadding(byte[] file) {
    var hex = hex(file);
    return withContents(file, hex.substring(0, hex.length() - 16) + "DEADBEEFDEADBEEF");
  }

  /** Names another certificate of the same key as that of the signer. */
  static byte[] withCertificate(byte[] file, Credential other) {
    try {
      var old = SignedData.getInstance(Forgery.cms(file).toASN1Structure().getContent());
      var signer = SignerInfo.getInstance(old.getSignerInfos().getObjectAt(0));
      var certificate = new JcaX509CertificateHolder(other.certificate());
      var certificates = new ASN1EncodableVector();
      certificates.add(certificate.toASN1Structure());
      for (var authority : other.chain().subList(1, other.chain().size())) {
        certificates.add(new JcaX509CertificateHolder(authority).toASN1Structure());
      }
      var swapped =
          new SignerInfo(
              new SignerIdentifier(new IssuerAndSerialNumber(certificate.toASN1Structure())),
              signer.getDigestAlgorithm(),
              signer.getAuthenticatedAttributes(),
              signer.getDigestEncryptionAlgorithm(),
              signer.getEncryptedDigest(),
              signer.getUnauthenticatedAttributes());
      var content =
          new SignedData(
              old.getDigestAlgorithms(),
              old.getEncapContentInfo(),
              new DERSet(certificates),
              null,
              new DERSet(swapped));
      var cms = new ContentInfo(CMSObjectIdentifiers.signedData, content).getEncoded("DER");
      var hex = HexFormat.of().formatHex(cms);
      return withContents(file, hex + "0".repeat(hex(file).length() - hex.length()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(byte[] file) {
    var text = new String(file, StandardCharsets.ISO_8859_1);
    var start = text.indexOf("/Contents <") + "/Contents <".length();
    return text.substring(start, text.indexOf('>', start));
  }

  private static byte[] withContents(byte[] file, String hex) {
    var start = Forgery.indexOf(file, "/Contents <") + "/Contents <".length();
    var forged = file.clone();
    var bytes = hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    if (bytes.length != hex(file).length()) {
      throw new IllegalArgumentException("Expected as many digits as before");
    }
    System.arraycopy(bytes, 0, forged, start, bytes.length);
    return Arrays.equals(forged, file) ? new byte[0] : forged;
  }
}
