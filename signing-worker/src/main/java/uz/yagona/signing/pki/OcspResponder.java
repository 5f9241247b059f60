package uz.yagona.signing.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Answers for the certificates of the issuing authority (RFC 6960) with a delegated responder
 * certificate. The nonce is echoed; a serial that was never issued is unknown, not good.
 */
public final class OcspResponder {
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int MAX_REQUESTS = 16;
  private static final int MAX_NONCE_BYTES = 128;

  private final PilotPki pki;
  private final StatusRepository statuses;
  private final TrustedTime time;
  private final DigestCalculatorProvider digests;

  OcspResponder(PilotPki pki, StatusRepository statuses, TrustedTime time) {
    this.pki = pki;
    this.statuses = statuses;
    this.time = time;
    try {
      this.digests = new JcaDigestCalculatorProviderBuilder().setProvider(Bouncy.CASTLE).build();
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers a DER request; a request that cannot be read gets the status malformedRequest. */
  public byte[] answer(byte[] request) {
    try {
      var parsed = parse(request);
      if (parsed == null) {
        return encode(OCSPRespBuilder.MALFORMED_REQUEST, null);
      }
      return encode(OCSPRespBuilder.SUCCESSFUL, basicResponse(parsed));
    } catch (OCSPException | OperatorCreationException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable OCSPReq parse(byte[] request) {
    try {
      var parsed = new OCSPReq(request);
      var count = parsed.getRequestList().length;
      return count == 0 || count > MAX_REQUESTS ? null : parsed;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private Object basicResponse(OCSPReq request)
      throws OCSPException, OperatorCreationException, CertificateEncodingException {
    var responder = pki.responder();
    var holder = new JcaX509CertificateHolder(responder.certificate());
    var issuer = new JcaX509CertificateHolder(pki.authority(Authority.ISSUING).certificate());
    var now = time.date();
    var nextUpdate = Date.from(now.toInstant().plus(LIFETIME));
    var builder = new BasicOCSPRespBuilder(new RespID(holder.getSubject()));
    for (var single : request.getRequestList()) {
      var id = single.getCertID();
      builder.addResponse(id, status(id, issuer), now, nextUpdate, null);
    }
    builder.setResponseExtensions(extensions(request));
    var chain = new X509CertificateHolder[] {holder};
    return builder.build(CertificateFactory.signer(responder.key()), chain, now);
  }

  private CertificateStatus status(CertificateID id, X509CertificateHolder issuer)
      throws OCSPException {
    if (!id.matchesIssuer(issuer, digests)) {
      return new UnknownStatus();
    }
    var found = statuses.find(Authority.ISSUING, Credential.serialOf(id.getSerialNumber()));
    if (found.isEmpty()) {
      return new UnknownStatus();
    }
    var revocation = found.get().revocation();
    return revocation == null
        ? CertificateStatus.GOOD
        : new RevokedStatus(Date.from(revocation.revokedAt()), revocation.reason().code());
  }

  private Extensions extensions(OCSPReq request) {
    List<Extension> extensions = new ArrayList<>();
    var nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    if (nonce != null && nonce.getExtnValue().getOctets().length <= MAX_NONCE_BYTES) {
      extensions.add(nonce);
    }
    var kept = pki.authority(Authority.ISSUING).certificate().getNotBefore();
    try {
      extensions.add(
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
              false,
              new DEROctetString(new DERGeneralizedTime(kept))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Extensions(extensions.toArray(new Extension[0]));
  }

  private static byte[] encode(int status, @Nullable Object response)
      throws OCSPException, IOException {
    return new OCSPRespBuilder().build(status, response).getEncoded();
  }
}
