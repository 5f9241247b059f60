package uz.yagona.signing.pades;

import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import org.springframework.stereotype.Component;
import uz.yagona.signing.InstallationProperties;
import uz.yagona.signing.pki.PilotPki;
import uz.yagona.signing.pki.PkiEndpoints;

/** What the signature library needs of the pilot PKI: trust, revocation, timestamps. */
@Component
public class PkiBridge {
  private final PilotPki pki;
  private final PkiTransport transport;
  private final String timestampAddress;

  PkiBridge(PilotPki pki, PkiEndpoints endpoints, InstallationProperties installation) {
    this.pki = pki;
    this.transport = new PkiTransport(endpoints);
    this.timestampAddress = installation.pkiAddress() + "/tsa";
  }

  /** Trusts the pilot roots alone and asks its OCSP responder and revocation lists. */
  public CertificateVerifier verifier() {
    var verifier = new CommonCertificateVerifier();
    var trusted = new CommonTrustedCertificateSource();
    pki.trustAnchors().forEach(root -> trusted.addCertificate(new CertificateToken(root)));
    verifier.setTrustedCertSources(trusted);
    verifier.setOcspSource(new OnlineOCSPSource(transport));
    verifier.setCrlSource(new OnlineCRLSource(transport));
    verifier.setAIASource(new DefaultAIASource(transport));
    verifier.setAlertOnRevokedCertificate(new ExceptionOnStatusAlert());
    return verifier;
  }

  /** Timestamps of the pilot authority. */
  TSPSource timestamps() {
    return new OnlineTSPSource(timestampAddress, transport);
  }
}
