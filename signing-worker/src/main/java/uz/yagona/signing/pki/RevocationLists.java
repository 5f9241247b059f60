package uz.yagona.signing.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;

/** Full revocation lists (RFC 5280), one for each authority; a revocation shows at once. */
public final class RevocationLists {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Duration REFRESH_AFTER = Duration.ofHours(12);
  private static final ASN1ObjectIdentifier EXPIRED_CERTS_ON_CRL =
      new ASN1ObjectIdentifier("2.5.29.60");

  private final PilotPki pki;
  private final Revocations revocations;
  private final TrustedTime time;
  private final Map<Authority, Edition> latest = new EnumMap<>(Authority.class);

  private record Edition(List<Revocation> entries, Instant madeAt, byte[] der) {
    boolean holds(List<Revocation> current, Instant now) {
      return entries.equals(current)
          && !now.isBefore(madeAt)
          && now.isBefore(madeAt.plus(REFRESH_AFTER));
    }
  }

  RevocationLists(PilotPki pki, Revocations revocations, TrustedTime time) {
    this.pki = pki;
    this.revocations = revocations;
    this.time = time;
  }

  /** The current list, DER; expired certificates stay on it. */
  public synchronized byte[] current(Authority authority) {
    if (authority == Authority.ROOT) {
      var offline = pki.offlineRootList();
      if (offline.isPresent()) {
        return offline.get();
      }
    }
    var entries = revocations.of(authority);
    var now = time.now();
    var edition = latest.get(authority);
    if (edition == null || !edition.holds(entries, now)) {
      edition = new Edition(entries, now, build(authority, entries, now));
      latest.put(authority, edition);
    }
    return edition.der().clone();
  }

  private byte[] build(Authority authority, List<Revocation> entries, Instant now) {
    var issuer = pki.authority(authority);
    try {
      var builder = new JcaX509v2CRLBuilder(issuer.certificate(), Date.from(now));
      builder.setNextUpdate(Date.from(now.plus(LIFETIME)));
      for (var entry : entries) {
        builder.addCRLEntry(
            new BigInteger(entry.serial(), 16),
            Date.from(entry.revokedAt()),
            entry.reason().code());
      }
      addExtensions(builder, issuer);
      return builder.build(CertificateFactory.signer(issuer.key())).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addExtensions(X509v2CRLBuilder builder, Credential issuer)
      throws IOException, GeneralSecurityException {
    var number = new CRLNumber(BigInteger.valueOf(revocations.nextListNumber()));
    builder.addExtension(Extension.cRLNumber, false, number);
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils()
            .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
    builder.addExtension(
        EXPIRED_CERTS_ON_CRL, false, new DERGeneralizedTime(issuer.certificate().getNotBefore()));
  }
}
