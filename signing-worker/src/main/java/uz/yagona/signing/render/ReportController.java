package uz.yagona.signing.render;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import uz.yagona.signing.SigningProperties;

/** Prints what another part has put into words; keeps nothing. */
@RestController
class ReportController {
  private final SigningProperties properties;

  ReportController(SigningProperties properties) {
    this.properties = properties;
  }

  @PostMapping(path = "/signing/reports", produces = MediaType.APPLICATION_PDF_VALUE)
  byte[] print(@RequestBody Report report) {
    try {
      report.requirePrintable();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
    }
    return ReportLayout.draw(report, properties.zone());
  }
}
