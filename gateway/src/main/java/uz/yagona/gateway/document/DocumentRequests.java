package uz.yagona.gateway.document;

import io.camunda.client.protocol.rest.DocumentMetadata;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Checks what callers say of a document. */
final class DocumentRequests {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,200}");
  private static final Pattern FORBIDDEN_IN_NAMES = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}/\\\\]");
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PROPERTIES = 16_000;

  private DocumentRequests() {}

  /** Refuses every store but the only one. */
  static void onlyStore(@Nullable String storeId) {
    if (storeId != null && !storeId.isBlank() && !storeId.equals(Document.STORE)) {
      throw new InvalidRequestException(
          "Expected document store '%s', the only one here, but got '%s'"
              .formatted(Document.STORE, storeId));
    }
  }

  /** The id as it was asked for, or a new one. */
  static String id(@Nullable String asked) {
    if (asked == null || asked.isBlank()) {
      return UUID.randomUUID().toString();
    }
    if (!ID.matcher(asked).matches() || asked.chars().allMatch(each -> each == '.')) {
      throw new InvalidRequestException(
          "Expected 'documentId' of 1 to 200 letters, digits, '.', '_', '~' or '-', but got '%s'"
              .formatted(asked));
    }
    return asked;
  }

  /**
   * The document without its content.
   *
   * @param fileName of the part, for metadata that holds none
   */
  static Document document(
      String id,
      DocumentMetadata metadata,
      @Nullable String fileName,
      @Nullable String contentType,
      Instant now) {
    var name = metadata.getFileName() == null ? fileName : metadata.getFileName();
    var type = metadata.getContentType() == null ? contentType : metadata.getContentType();
    return new Document(
        id,
        "",
        0,
        contentType(type),
        fileName(name),
        metadata.getProcessDefinitionId(),
        Values.optionalKey("metadata.processInstanceKey", metadata.getProcessInstanceKey()),
        properties(metadata.getCustomProperties()),
        expiry(metadata.getExpiresAt(), now));
  }

  private static String fileName(@Nullable String given) {
    var name = Values.required("metadata.fileName", given);
    if (name.length() > LONGEST_NAME
        || FORBIDDEN_IN_NAMES.matcher(name).find()
        || name.chars().allMatch(each -> each == '.')) {
      throw new InvalidRequestException(
          "Expected a file name of at most %d characters without '/', '\\' and control characters,"
                  .formatted(LONGEST_NAME)
              + " but got '%s'"
                  .formatted(FORBIDDEN_IN_NAMES.matcher(cut(name)).replaceAll("\u2423")));
    }
    return name;
  }

  private static String cut(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "…" : name;
  }

  private static String contentType(@Nullable String given) {
    if (given == null || given.isBlank()) {
      return MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }
    try {
      return MediaType.parseMediaType(given).toString();
    } catch (InvalidMediaTypeException e) {
      throw new InvalidRequestException(
          "Expected a media type such as application/pdf for 'metadata.contentType', but got '%s'"
              .formatted(cut(given)));
    }
  }

  private static String properties(@Nullable Map<String, Object> given) {
    var json = ProtocolJson.MAPPER.writeValueAsString(given == null ? Map.of() : given);
    if (json.length() > LONGEST_PROPERTIES) {
      throw new InvalidRequestException(
          "Expected 'metadata.customProperties' of at most %d characters, but it has %d"
              .formatted(LONGEST_PROPERTIES, json.length()));
    }
    return json;
  }

  private static @Nullable Instant expiry(@Nullable String given, Instant now) {
    if (given == null || given.isBlank()) {
      return null;
    }
    var expiry = Values.time("metadata.expiresAt", given);
    if (!expiry.isAfter(now)) {
      throw new InvalidRequestException(
          "Expected 'metadata.expiresAt' in the future, but got %s".formatted(given));
    }
    return expiry;
  }
}
