package uz.yagona.signing.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Timestamps (RFC 3161) over SHA-256, SHA-384 and SHA-512; other digests are rejected as badAlg.
 * Serial numbers come from the database, so they never repeat.
 */
public final class TimestampAuthority {
  static final ASN1ObjectIdentifier POLICY =
      new ASN1ObjectIdentifier("2.25.224971346590857311273549017366529482610.2");

  private static final Set<String> DIGESTS =
      Set.of(
          TSPAlgorithms.SHA256.getId(), TSPAlgorithms.SHA384.getId(), TSPAlgorithms.SHA512.getId());
  private static final Duration TOLERATED_STEP_BACK = Duration.ofSeconds(1);
  private static final String NEXT_SERIAL = "select nextval('signing.timestamp_serial')";

  private final PilotPki pki;
  private final JdbcClient jdbc;
  private final TrustedTime time;
  private final DigestCalculatorProvider digests;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.EPOCH);

  TimestampAuthority(PilotPki pki, JdbcClient jdbc, TrustedTime time) {
    this.pki = pki;
    this.jdbc = jdbc;
    this.time = time;
    try {
      this.digests = new JcaDigestCalculatorProviderBuilder().setProvider(Bouncy.CASTLE).build();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Answers a DER request, with a rejection when its digest is not accepted.
   *
   * @throws IllegalArgumentException when the request cannot be read
   * @throws IllegalStateException when the machine's clock went back
   */
  public byte[] answer(byte[] request) {
    var parsed = parse(request);
    var now = checkedTime();
    try {
      var generator = new TimeStampResponseGenerator(tokens(), DIGESTS);
      var serial = BigInteger.valueOf(jdbc.sql(NEXT_SERIAL).query(Long.class).single());
      return generator.generate(parsed, serial, Date.from(now)).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** When the certificate of timestamps made now ends. */
  public Instant validUntil() {
    return pki.timestamping().certificate().getNotAfter().toInstant();
  }

  private static TimeStampRequest parse(byte[] request) {
    try {
      return new TimeStampRequest(request);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("Expected a DER timestamp request, but it is not", e);
    }
  }

  private Instant checkedTime() {
    var now = time.now();
    var before = last.getAndAccumulate(now, (a, b) -> a.isAfter(b) ? a : b);
    if (now.isBefore(before.minus(TOLERATED_STEP_BACK))) {
      throw new IllegalStateException(
          "Expected a time after %s, but the clock says %s".formatted(before, now));
    }
    return now;
  }

  private TimeStampTokenGenerator tokens()
      throws TSPException, GeneralSecurityException, OperatorCreationException {
    var credential = pki.timestamping();
    var key = credential.key();
    var builder = new JcaSimpleSignerInfoGeneratorBuilder();
    var signer =
        (CertificateFactory.isInToken(key) ? builder : builder.setProvider(Bouncy.CASTLE))
            .build(KeyAlgorithm.signatureAlgorithm(key), key, credential.certificate());
    var sha256 = digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    var generator = new TimeStampTokenGenerator(signer, sha256, POLICY, true);
    generator.setAccuracySeconds(1);
    generator.addCertificates(new JcaCertStore(credential.chain()));
    return generator;
  }
}
