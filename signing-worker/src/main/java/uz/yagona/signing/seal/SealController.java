package uz.yagona.signing.seal;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Seals bytes of the portal, such as the manifest of an evidence pack; keeps nothing of them. */
@RestController
class SealController {
  private static final int MOST_BYTES = 20 * 1024 * 1024;

  private final InstallationSeal seal;

  SealController(InstallationSeal seal) {
    this.seal = seal;
  }

  @PostMapping(
      path = "/signing/seals",
      consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
      produces = "application/pkcs7-signature")
  byte[] seal(@RequestBody byte[] content) {
    if (content.length > MOST_BYTES) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "Expected at most %d bytes, but got %d".formatted(MOST_BYTES, content.length));
    }
    try {
      return seal.over(content);
    } catch (IllegalStateException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
