package uz.yagona.signing.document;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Empties the files of an erased person's documents, for the portal. */
@RestController
class ErasureController {
  private final Documents documents;

  ErasureController(Documents documents) {
    this.documents = documents;
  }

  record Erased(int documents) {}

  @DeleteMapping("/signing/requests/{requestId}/files")
  Erased erase(@PathVariable("requestId") String requestId) {
    return new Erased(documents.eraseFiles(requestId));
  }
}
