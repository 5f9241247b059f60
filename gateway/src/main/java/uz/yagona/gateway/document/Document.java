package uz.yagona.gateway.document;

import io.camunda.client.protocol.rest.DocumentMetadataResponse;
import io.camunda.client.protocol.rest.DocumentReference;
import io.camunda.client.protocol.rest.DocumentReference.CamundaDocumentTypeEnum;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.json.Values;

/**
 * What is known of a document beside its content.
 *
 * @param contentHash SHA-256, lower-case hexadecimal
 * @param customProperties JSON object
 * @param expiresAt {@code null} keeps it until it is deleted
 */
record Document(
    String documentId,
    String contentHash,
    long size,
    String contentType,
    String fileName,
    @Nullable String processDefinitionId,
    @Nullable Long processInstanceKey,
    String customProperties,
    @Nullable Instant expiresAt) {
  /** The only store there is. */
  static final String STORE = "default";

  private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

  /** The same document once its content is known. */
  Document with(String hash, long length) {
    return new Document(
        documentId,
        hash,
        length,
        contentType,
        fileName,
        processDefinitionId,
        processInstanceKey,
        customProperties,
        expiresAt);
  }

  DocumentReference reference() {
    return new DocumentReference()
        .camundaDocumentType(CamundaDocumentTypeEnum.CAMUNDA)
        .storeId(STORE)
        .documentId(documentId)
        .contentHash(contentHash)
        .metadata(
            new DocumentMetadataResponse()
                .contentType(contentType)
                .fileName(fileName)
                .expiresAt(Values.text(expiresAt))
                .size(size)
                .processDefinitionId(processDefinitionId)
                .processInstanceKey(Values.text(processInstanceKey))
                .customProperties(ProtocolJson.MAPPER.readValue(customProperties, PROPERTIES)));
  }
}
