package uz.yagona.signing.pades;

import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.crl.CRL;
import eu.europa.esig.dss.model.x509.revocation.ocsp.OCSP;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.signing.InstallationProperties;
import uz.yagona.signing.pki.PilotPki;
import uz.yagona.signing.pki.PkiEndpoints;

/** What the signature library needs of the pilot PKI: trust, revocation, timestamps. */
@Component
public class PkiBridge {
  private static final long REREAD = Duration.ofMinutes(1).toNanos();

  private final PilotPki pki;
  private final PkiTransport transport;
  private final String timestampAddress;
  private final RevocationSource<OCSP> keptStatuses;
  private final RevocationSource<CRL> keptLists;
  private volatile @Nullable Trusted trusted;

  private record Trusted(CommonTrustedCertificateSource source, long readAt) {}

  PkiBridge(PilotPki pki, PkiEndpoints endpoints, InstallationProperties installation) {
    this.pki = pki;
    this.transport = new PkiTransport(endpoints);
    this.keptStatuses = new KeptAnswers<>(new OnlineOCSPSource(transport));
    this.keptLists = new KeptAnswers<>(new OnlineCRLSource(transport));
    this.timestampAddress = installation.pkiAddress() + "/tsa";
  }

  /** Trusts the pilot roots alone and asks its OCSP responder and revocation lists. */
  public CertificateVerifier verifier() {
    return verifier(new OnlineOCSPSource(transport), new OnlineCRLSource(transport));
  }

  /** As {@link #verifier}; what was said of authorities a moment ago still counts. */
  CertificateVerifier signingVerifier() {
    return verifier(keptStatuses, keptLists);
  }

  private CertificateVerifier verifier(
      RevocationSource<OCSP> statuses, RevocationSource<CRL> lists) {
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted());
    verifier.setOcspSource(statuses);
    verifier.setCrlSource(lists);
    verifier.setAIASource(new DefaultAIASource(transport));
    verifier.setAlertOnRevokedCertificate(new ExceptionOnStatusAlert());
    return verifier;
  }

  /** Another installation on the same database may bring a root of its own. */
  private CommonTrustedCertificateSource trusted() {
    var known = trusted;
    if (known == null || System.nanoTime() - known.readAt() > REREAD) {
      var source = new CommonTrustedCertificateSource();
      pki.trustAnchors().forEach(root -> source.addCertificate(new CertificateToken(root)));
      known = new Trusted(source, System.nanoTime());
      trusted = known;
    }
    return known.source();
  }

  /** Timestamps of the pilot authority. */
  TSPSource timestamps() {
    return new OnlineTSPSource(timestampAddress, transport);
  }
}
