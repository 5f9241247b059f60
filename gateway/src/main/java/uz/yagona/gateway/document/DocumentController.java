package uz.yagona.gateway.document;

import io.camunda.client.protocol.rest.DocumentCreationBatchResponse;
import io.camunda.client.protocol.rest.DocumentCreationFailureDetail;
import io.camunda.client.protocol.rest.DocumentLink;
import io.camunda.client.protocol.rest.DocumentLinkRequest;
import io.camunda.client.protocol.rest.DocumentMetadata;
import io.camunda.client.protocol.rest.DocumentReference;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import uz.yagona.gateway.access.OpenToCallers;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.problem.Problems;

/** Takes, gives and deletes documents. Who may read documents reads those whose hash it knows. */
@Requires(resource = ResourceType.DOCUMENT, permission = PermissionType.READ)
@RestController("gatewayDocumentController")
@RequestMapping("/v2/documents")
final class DocumentController {
  private static final Duration DEFAULT_LINK = Duration.ofHours(1);
  private static final Duration LONGEST_LINK = Duration.ofDays(7);
  private static final String METADATA_HEADER = "X-Document-Metadata";

  private final DocumentStore store;

  DocumentController(DocumentStore store) {
    this.store = store;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(resource = ResourceType.DOCUMENT, permission = PermissionType.CREATE)
  @ResponseStatus(HttpStatus.CREATED)
  DocumentReference create(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String storeId,
      @RequestParam(required = false) @Nullable String documentId,
      Principal caller)
      throws IOException, ServletException {
    DocumentRequests.onlyStore(storeId);
    var id = DocumentRequests.id(documentId);
    @Nullable Part file = request.getPart("file");
    if (file == null) {
      throw new InvalidRequestException("Expected the part 'file', but it is missing");
    }
    @Nullable Part metadata = request.getPart("metadata");
    return create(id, file, metadata == null ? null : text(metadata), caller);
  }

  private DocumentReference create(
      String id, Part file, @Nullable String metadataJson, Principal caller) throws IOException {
    var metadata =
        metadataJson == null
            ? new DocumentMetadata()
            : ProtocolJson.read("metadata", metadataJson, DocumentMetadata.class);
    var document =
        DocumentRequests.document(
            id, metadata, file.getSubmittedFileName(), file.getContentType(), store.now());
    try (var content = file.getInputStream()) {
      return store.create(document, content, metadata.getSize(), caller.getName()).reference();
    }
  }

  /** Each document is kept or refused on its own. */
  @PostMapping(path = "/batch", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(resource = ResourceType.DOCUMENT, permission = PermissionType.CREATE)
  ResponseEntity<DocumentCreationBatchResponse> createAll(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String storeId,
      Principal caller)
      throws IOException, ServletException {
    DocumentRequests.onlyStore(storeId);
    var files = request.getParts().stream().filter(part -> part.getName().equals("files")).toList();
    if (files.isEmpty()) {
      throw new InvalidRequestException("Expected parts 'files', but there are none");
    }
    var metadata = metadataList(request.getPart("metadataList"), files);
    var answer = new DocumentCreationBatchResponse();
    for (var i = 0; i < files.size(); i++) {
      createOne(files.get(i), metadata.get(i), caller, answer);
    }
    var status =
        answer.getFailedDocuments().isEmpty() ? HttpStatus.CREATED : HttpStatus.MULTI_STATUS;
    return ResponseEntity.status(status).body(answer);
  }

  private void createOne(
      Part file, String metadata, Principal caller, DocumentCreationBatchResponse answer) {
    try {
      answer.addCreatedDocumentsItem(
          create(DocumentRequests.id(null), file, metadata.isEmpty() ? null : metadata, caller));
    } catch (IOException | RuntimeException e) {
      var problem = Problems.of(e);
      answer.addFailedDocumentsItem(
          new DocumentCreationFailureDetail()
              .fileName(String.valueOf(file.getSubmittedFileName()))
              .status(problem.status().value())
              .title(problem.title())
              .detail(problem.detail()));
    }
  }

  /** Metadata of each file as JSON; empty where there is none. */
  private static List<String> metadataList(@Nullable Part list, List<Part> files)
      throws IOException {
    if (list == null) {
      return files.stream().map(DocumentController::metadataHeader).toList();
    }
    var items = ProtocolJson.readList("metadataList", text(list));
    if (items.size() != files.size()) {
      throw new InvalidRequestException(
          "Expected as many items in 'metadataList' as files, %d, but got %d"
              .formatted(files.size(), items.size()));
    }
    return items;
  }

  private static String metadataHeader(Part file) {
    var header = file.getHeader(METADATA_HEADER);
    return header == null ? "" : header;
  }

  @GetMapping("/{documentId}")
  void content(
      @PathVariable String documentId,
      @RequestParam(required = false) @Nullable String storeId,
      @RequestParam(required = false) @Nullable String contentHash,
      HttpServletResponse response)
      throws IOException {
    DocumentRequests.onlyStore(storeId);
    write(store.find(documentId, contentHash), response);
  }

  /** Without sign-in: whoever has the link may read. */
  @GetMapping("/links/{token}")
  @OpenToCallers
  void linked(@PathVariable String token, HttpServletResponse response) throws IOException {
    write(store.open(token), response);
  }

  /** As a download that no browser shows or runs in the name of this server. */
  private void write(Document document, HttpServletResponse response) throws IOException {
    response.setContentType(document.contentType());
    response.setContentLengthLong(document.size());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(document.fileName(), StandardCharsets.UTF_8)
            .build()
            .toString());
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    store.copy(document, response.getOutputStream());
  }

  @DeleteMapping("/{documentId}")
  @Requires(resource = ResourceType.DOCUMENT, permission = PermissionType.DELETE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable String documentId, @RequestParam(required = false) @Nullable String storeId) {
    DocumentRequests.onlyStore(storeId);
    store.delete(documentId);
  }

  @PostMapping("/{documentId}/links")
  @ResponseStatus(HttpStatus.CREATED)
  DocumentLink link(
      @PathVariable String documentId,
      @RequestParam(required = false) @Nullable String storeId,
      @RequestParam(required = false) @Nullable String contentHash,
      @RequestBody(required = false) @Nullable DocumentLinkRequest body) {
    DocumentRequests.onlyStore(storeId);
    var lifetime =
        body == null || body.getTimeToLive() == null
            ? DEFAULT_LINK
            : Values.positive("timeToLive", body.getTimeToLive());
    if (lifetime.compareTo(LONGEST_LINK) > 0) {
      throw new InvalidRequestException(
          "Expected 'timeToLive' of at most %d milliseconds, but got %d"
              .formatted(LONGEST_LINK.toMillis(), lifetime.toMillis()));
    }
    var expiresAt = store.now().plus(lifetime);
    var token = store.link(store.find(documentId, contentHash), expiresAt);
    var url =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .pathSegment("v2", "documents", "links", token)
            .toUriString();
    return new DocumentLink().url(url).expiresAt(Values.text(expiresAt));
  }

  private static String text(Part part) throws IOException {
    try (var in = part.getInputStream()) {
      return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
  }
}
