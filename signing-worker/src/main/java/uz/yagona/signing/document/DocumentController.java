package uz.yagona.signing.document;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Documents on record and their files, for the portal. */
@RestController
@RequestMapping("/signing/documents")
class DocumentController {
  private static final MediaType PKCS7 = new MediaType("application", "pkcs7-signature");

  private final Documents documents;

  DocumentController(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/{documentId}")
  DocumentResponse document(@PathVariable("documentId") UUID documentId) {
    return response(known(documentId));
  }

  @GetMapping(params = "sha256")
  DocumentResponse withDigest(@RequestParam("sha256") String sha256) {
    return response(
        documents
            .file(sha256)
            .map(FileOnRecord::document)
            .orElseThrow(
                () -> notFound("Expected a document with this digest, but there is none")));
  }

  @GetMapping("/{documentId}/content")
  ResponseEntity<byte[]> content(
      @PathVariable("documentId") UUID documentId, @RequestParam("version") String version) {
    var document = known(documentId);
    var sha256 =
        switch (version) {
          case "draft" -> document.draftSha256();
          case "signed" -> document.signedSha256();
          default ->
              throw new ResponseStatusException(
                  HttpStatus.BAD_REQUEST, "Expected version draft or signed, but got " + version);
        };
    if (sha256 == null) {
      throw notFound(
          "Expected a signed file of document %s, but it is a draft".formatted(documentId));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .eTag('"' + sha256 + '"')
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(
            documents
                .findContent(sha256)
                .orElseThrow(
                    () ->
                        notFound(
                            "Expected the file of document %s, but it was erased"
                                .formatted(documentId))));
  }

  /** A PKCS#7 that lies beside the PDF. */
  @GetMapping("/{documentId}/attached/{sha256}")
  ResponseEntity<byte[]> attached(
      @PathVariable("documentId") UUID documentId, @PathVariable("sha256") String sha256) {
    var isKnown =
        documents.attached(documentId).stream().anyMatch(one -> one.sha256().equals(sha256));
    return ResponseEntity.ok()
        .contentType(PKCS7)
        .body(
            Optional.of(sha256)
                .filter(any -> isKnown)
                .flatMap(documents::findContent)
                .orElseThrow(
                    () ->
                        notFound(
                            "Expected signature %s beside document %s, but there is none"
                                .formatted(sha256, documentId))));
  }

  private DocumentResponse response(Document document) {
    var id = document.documentId();
    return DocumentResponse.of(document, documents.signatures(id), documents.attached(id));
  }

  private Document known(UUID documentId) {
    return documents
        .find(documentId)
        .orElseThrow(
            () -> notFound("Expected document %s, but there is none".formatted(documentId)));
  }

  private static ResponseStatusException notFound(String reason) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, reason);
  }
}
