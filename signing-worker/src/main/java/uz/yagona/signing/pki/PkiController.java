package uz.yagona.signing.pki;

import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Public endpoints of the pilot PKI, named in its certificates. */
@RestController
@RequestMapping("/pki")
class PkiController {
  private static final MediaType TIMESTAMP_REPLY =
      MediaType.parseMediaType("application/timestamp-reply");
  private static final MediaType OCSP_RESPONSE =
      MediaType.parseMediaType("application/ocsp-response");
  private static final MediaType CRL = MediaType.parseMediaType("application/pkix-crl");
  private static final MediaType CERTIFICATE =
      MediaType.parseMediaType("application/pkix-cert");
  private static final int LONGEST_REQUEST = 16_384;

  private final PilotPki pki;
  private final TimestampAuthority timestamps;
  private final OcspResponder responder;
  private final RevocationLists lists;

  PkiController(
      PilotPki pki,
      TimestampAuthority timestamps,
      OcspResponder responder,
      RevocationLists lists) {
    this.pki = pki;
    this.timestamps = timestamps;
    this.responder = responder;
    this.lists = lists;
  }

  @PostMapping(path = "/tsa", consumes = "application/timestamp-query")
  ResponseEntity<byte[]> timestamp(@RequestBody byte[] query) {
    try {
      var reply = timestamps.answer(limited(query));
      return ResponseEntity.ok().contentType(TIMESTAMP_REPLY).body(reply);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  @PostMapping(path = "/ocsp", consumes = "application/ocsp-request")
  ResponseEntity<byte[]> status(@RequestBody byte[] request) {
    return ResponseEntity.ok().contentType(OCSP_RESPONSE).body(responder.answer(limited(request)));
  }

  /** RFC 6960, A.1: the request in base64, which may hold slashes. */
  @GetMapping("/ocsp/{*request}")
  ResponseEntity<byte[]> status(@PathVariable("request") String request) {
    try {
      var der = Base64.getDecoder().decode(request.substring(1));
      return ResponseEntity.ok()
          .contentType(OCSP_RESPONSE)
          .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
          .body(responder.answer(limited(der)));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Expected an OCSP request in base64, but it is not", e);
    }
  }

  @GetMapping("/crl/{authority}.crl")
  ResponseEntity<byte[]> revocationList(@PathVariable("authority") String authority) {
    return ResponseEntity.ok().contentType(CRL).body(lists.current(known(authority)));
  }

  @GetMapping("/ca/{authority}.cer")
  ResponseEntity<byte[]> certificate(@PathVariable("authority") String authority)
      throws CertificateEncodingException {
    var certificate = pki.authority(known(authority)).certificate();
    return ResponseEntity.ok().contentType(CERTIFICATE).body(certificate.getEncoded());
  }

  private static byte[] limited(byte[] request) {
    if (request.length > LONGEST_REQUEST) {
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE,
          "Expected at most %d bytes, but got %d".formatted(LONGEST_REQUEST, request.length));
    }
    return request;
  }

  private static Authority known(String id) {
    return Authority.byId(id)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Expected the authority root or issuing, but it is " + id));
  }
}
