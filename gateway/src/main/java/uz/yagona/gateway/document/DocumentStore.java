package uz.yagona.gateway.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.gateway.GatewayDatabase;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.problem.BodyTooLargeException;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Keeps and gives documents, one piece in memory at a time. */
@Component("gatewayDocumentStore")
final class DocumentStore {
  static final int PART_LENGTH = 256 * 1024;
  private static final int TOKEN_LENGTH = 32;

  private final GatewayDatabase database;
  private final DocumentRepository documents;
  private final GatewayProperties properties;
  private final Engine engine;
  private final SecureRandom random = new SecureRandom();

  DocumentStore(
      GatewayDatabase database,
      DocumentRepository documents,
      GatewayProperties properties,
      Engine engine) {
    this.database = database;
    this.documents = documents;
    this.properties = properties;
    this.engine = engine;
  }

  Instant now() {
    return engine.clock().instant();
  }

  /**
   * Keeps the whole content, or nothing.
   *
   * @param expectedSize as the caller announced it, or {@code null}
   * @throws RejectedException ALREADY_EXISTS
   * @throws BodyTooLargeException behind {@code yagona.gateway.max-document-size}
   */
  Document create(
      Document document, InputStream content, @Nullable Long expectedSize, String caller)
      throws IOException {
    try {
      return database.inTransaction(() -> write(document, content, expectedSize, caller));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Document write(
      Document document, InputStream content, @Nullable Long expectedSize, String caller) {
    var id = document.documentId();
    if (!documents.insert(document, caller, now())) {
      throw RejectedException.alreadyExists(
          "Expected to create document '%s', but there is one with this id", id);
    }
    var digest = sha256();
    var size = 0L;
    try {
      for (var number = 0; ; number++) {
        var part = content.readNBytes(PART_LENGTH);
        size += part.length;
        if (size > properties.maxDocumentSize().toBytes()) {
          throw new BodyTooLargeException("document", properties.maxDocumentSize());
        }
        if (part.length > 0) {
          digest.update(part);
          documents.insertPart(id, number, part);
        }
        if (part.length < PART_LENGTH) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (expectedSize != null && expectedSize != size) {
      throw new InvalidRequestException(
          "Expected a content of %d bytes as 'metadata.size' says, but got %d"
              .formatted(expectedSize, size));
    }
    var complete = document.with(HexFormat.of().formatHex(digest.digest()), size);
    documents.seal(id, complete.contentHash(), size);
    return complete;
  }

  /**
   * The document, for those who know its hash.
   *
   * @throws RejectedException NOT_FOUND
   */
  Document find(String id, @Nullable String contentHash) {
    var document = documents.find(id, now()).orElseThrow(() -> absent(id));
    if (contentHash == null || contentHash.isBlank()) {
      throw new InvalidRequestException(
          "Expected 'contentHash' of document '%s', but it is missing".formatted(id));
    }
    var given = contentHash.getBytes(StandardCharsets.UTF_8);
    var kept = document.contentHash().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(given, kept)) {
      throw new InvalidRequestException(
          "Expected the 'contentHash' of document '%s', but got another".formatted(id));
    }
    return document;
  }

  void delete(String id) {
    if (!documents.delete(id, now())) {
      throw absent(id);
    }
  }

  /** A secret that opens the document until then. */
  String link(Document document, Instant expiresAt) {
    var secret = new byte[TOKEN_LENGTH];
    random.nextBytes(secret);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    documents.insertLink(tokenHash(token), document.documentId(), expiresAt);
    return token;
  }

  /**
   * The document that a link opens.
   *
   * @throws RejectedException NOT_FOUND
   */
  Document open(String token) {
    return documents
        .findByLink(tokenHash(token), now())
        .orElseThrow(
            () ->
                RejectedException.notFound(
                    "Expected a link to a document, but it is unknown or has expired"));
  }

  private static byte[] tokenHash(String token) {
    return sha256().digest(token.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the content; no connection to the database is held while a slow caller reads. */
  void copy(Document document, OutputStream out) throws IOException {
    var written = 0L;
    for (var number = 0; written < document.size(); number++) {
      var part = documents.part(document.documentId(), number);
      if (part.isEmpty()) {
        throw new IOException("document %s was deleted".formatted(document.documentId()));
      }
      out.write(part.get());
      written += part.get().length;
    }
  }

  private static RejectedException absent(String id) {
    return RejectedException.notFound(
        "Expected to find a document with id '%s', but there is none", id);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
