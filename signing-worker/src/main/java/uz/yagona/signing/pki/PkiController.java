package uz.yagona.signing.pki;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Public endpoints of the pilot PKI, named in its certificates. */
@RestController
@RequestMapping("/pki")
class PkiController {
  private static final MediaType TIMESTAMP_REPLY = new MediaType("application", "timestamp-reply");
  private static final MediaType OCSP_RESPONSE = new MediaType("application", "ocsp-response");
  private static final MediaType CRL = new MediaType("application", "pkix-crl");
  private static final MediaType CERTIFICATE = new MediaType("application", "pkix-cert");
  private static final int LONGEST_REQUEST = 16_384;

  private final PkiEndpoints endpoints;

  PkiController(PkiEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @PostMapping(path = "/tsa", consumes = "application/timestamp-query")
  ResponseEntity<byte[]> timestamp(HttpServletRequest request) throws IOException {
    try {
      return answer(TIMESTAMP_REPLY, endpoints.post("tsa", body(request)));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
  }

  @PostMapping(path = "/ocsp", consumes = "application/ocsp-request")
  ResponseEntity<byte[]> status(HttpServletRequest request) throws IOException {
    return answer(OCSP_RESPONSE, endpoints.post("ocsp", body(request)));
  }

  /** RFC 6960, A.1: the request in base64, which may hold slashes. */
  @GetMapping("/ocsp/{*request}")
  ResponseEntity<byte[]> status(@PathVariable("request") String request) {
    try {
      var response = endpoints.post("ocsp", Base64.getDecoder().decode(request.substring(1)));
      return ResponseEntity.ok()
          .contentType(OCSP_RESPONSE)
          .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
          .body(response.orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "Expected an OCSP request in base64, but it is not", e);
    }
  }

  @GetMapping("/crl/{name}")
  ResponseEntity<byte[]> revocationList(@PathVariable("name") String name) {
    return answer(CRL, endpoints.get("crl/" + name));
  }

  @GetMapping("/ca/{name}")
  ResponseEntity<byte[]> certificate(@PathVariable("name") String name) {
    return answer(CERTIFICATE, endpoints.get("ca/" + name));
  }

  private static ResponseEntity<byte[]> answer(MediaType type, Optional<byte[]> body) {
    return body.map(bytes -> ResponseEntity.ok().contentType(type).body(bytes))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Reads no more than a request may have, whatever length it claims. */
  private static byte[] body(HttpServletRequest request) throws IOException {
    var body = request.getInputStream().readNBytes(LONGEST_REQUEST + 1);
    if (body.length > LONGEST_REQUEST) {
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE,
          "Expected at most %d bytes, but got more".formatted(LONGEST_REQUEST));
    }
    return body;
  }
}
