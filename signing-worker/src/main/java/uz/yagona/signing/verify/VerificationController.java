package uz.yagona.signing.verify;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uz.yagona.signing.SigningProperties;

/** Checks a file for the portal's public page. */
@RestController
@RequestMapping("/signing/verifications")
class VerificationController {
  private final LimitedVerifier verifier;
  private final int maxSize;

  VerificationController(LimitedVerifier verifier, SigningProperties properties) {
    this.verifier = verifier;
    this.maxSize = Math.toIntExact(properties.verification().maxSize().toBytes());
  }

  @PostMapping(
      consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  Verification verify(HttpServletRequest request) throws IOException {
    return verifier.verify(file(request));
  }

  /** The validation report of ETSI TS 119 102-2, for other software and for courts. */
  @PostMapping(
      path = "/report",
      consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE},
      produces = MediaType.APPLICATION_XML_VALUE)
  byte[] report(HttpServletRequest request) throws IOException {
    return verifier.report(file(request)).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads no more than a file may have, whatever length the request claims. */
  private byte[] file(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > maxSize) {
      throw tooLarge();
    }
    var file = request.getInputStream().readNBytes(maxSize + 1);
    if (file.length > maxSize) {
      throw tooLarge();
    }
    return file;
  }

  private ResponseStatusException tooLarge() {
    return new ResponseStatusException(
        HttpStatus.CONTENT_TOO_LARGE,
        "Expected a file of at most %d bytes, but it is larger".formatted(maxSize));
  }
}
