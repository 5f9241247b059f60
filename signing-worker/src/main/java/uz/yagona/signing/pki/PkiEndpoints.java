package uz.yagona.signing.pki;

import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the pilot PKI answers, by path behind {@code /pki/}, without HTTP in between. */
public final class PkiEndpoints {
  private static final Pattern LIST = Pattern.compile("crl/([a-z]+)\\.crl");
  private static final Pattern CERTIFICATE = Pattern.compile("ca/([a-z]+)\\.cer");

  private final PilotPki pki;
  private final TimestampAuthority timestamps;
  private final OcspResponder responder;
  private final RevocationLists lists;

  PkiEndpoints(
      PilotPki pki, TimestampAuthority timestamps, OcspResponder responder, RevocationLists lists) {
    this.pki = pki;
    this.timestamps = timestamps;
    this.responder = responder;
    this.lists = lists;
  }

  /** A revocation list or an authority's certificate, DER; empty for any other path. */
  public Optional<byte[]> get(String path) {
    var list = LIST.matcher(path);
    if (list.matches()) {
      return Authority.byId(list.group(1)).map(lists::current);
    }
    var certificate = CERTIFICATE.matcher(path);
    return certificate.matches()
        ? Authority.byId(certificate.group(1)).map(this::certificate)
        : Optional.empty();
  }

  /** The answer to a timestamp or OCSP request, DER; empty for any other path. */
  public Optional<byte[]> post(String path, byte[] request) {
    return switch (path) {
      case "tsa" -> Optional.of(timestamps.answer(request));
      case "ocsp" -> Optional.of(responder.answer(request));
      default -> Optional.empty();
    };
  }

  private byte[] certificate(Authority authority) {
    try {
      return pki.certificate(authority).getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
