package uz.yagona.signing.pades;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.model.x509.revocation.Revocation;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the PKI said of its own certificates (authorities, timestamps) for a moment, so that
 * not every signature asks and checks it anew. A person's or an organisation's is always asked for.
 * Only for signing: who checks a file gets the answer of now.
 */
final class KeptAnswers<R extends Revocation> implements RevocationSource<R> {
  private static final long serialVersionUID = 1L;
  private static final long FRESH = Duration.ofSeconds(30).toNanos();
  private static final int MOST = 32;
  private static final int NON_REPUDIATION = 1;

  private final transient RevocationSource<R> source;
  private final transient Map<String, Kept<R>> kept = new ConcurrentHashMap<>();

  private record Kept<R extends Revocation>(RevocationToken<R> token, long at) {
    boolean isFresh(long now) {
      var end = token.getNextUpdate();
      return now - at < FRESH && (end == null || end.toInstant().isAfter(Instant.now()));
    }
  }

  KeptAnswers(RevocationSource<R> source) {
    this.source = source;
  }

  @Override
  public @Nullable RevocationToken<R> getRevocationToken(
      CertificateToken certificate, CertificateToken issuer) {
    if (isOfHolder(certificate)) {
      return source.getRevocationToken(certificate, issuer);
    }
    var key = certificate.getDSSIdAsString() + issuer.getDSSIdAsString();
    var known = kept.get(key);
    if (known != null && known.isFresh(System.nanoTime())) {
      return known.token();
    }
    RevocationToken<R> token = source.getRevocationToken(certificate, issuer);
    if (token != null && token.getStatus() != null && token.getStatus().isGood()) {
      if (kept.size() >= MOST) {
        kept.clear();
      }
      kept.put(key, new Kept<>(token, System.nanoTime()));
    }
    return token;
  }

  private static boolean isOfHolder(CertificateToken certificate) {
    var usage = certificate.getCertificate().getKeyUsage();
    return usage == null || usage[NON_REPUDIATION];
  }
}
