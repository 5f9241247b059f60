package uz.yagona.signing.pades;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Remembers the time of the first timestamp, which is the one over the signature value. */
final class TimedSource implements TSPSource {
  private static final long serialVersionUID = 1L;

  private final transient TSPSource source;
  private transient @Nullable Instant first;

  TimedSource(TSPSource source) {
    this.source = source;
  }

  @Override
  public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
    var token = source.getTimeStampResponse(algorithm, digest);
    if (first == null) {
      first = time(token.getBytes());
    }
    return token;
  }

  Optional<Instant> first() {
    return Optional.ofNullable(first);
  }

  private static Instant time(byte[] token) {
    try {
      var parsed = new TimeStampToken(new CMSSignedData(token));
      return parsed.getTimeStampInfo().getGenTime().toInstant();
    } catch (CMSException | TSPException e) {
      throw new IllegalStateException("Expected a timestamp token, but it is not", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
