package uz.yagona.gateway.resource;

import io.camunda.client.protocol.rest.DeleteResourceRequest;
import io.camunda.client.protocol.rest.DeleteResourceResponse;
import io.camunda.client.protocol.rest.ResourceResult;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.DefinitionFiles;
import uz.yagona.engine.query.DefinitionFiles.ResourceFile;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Values;

/** Deployed files: read and delete. */
@ChecksRights
@RestController("gatewayResourceController")
@RequestMapping("/v2/resources/{resourceKey}")
final class ResourceController {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final DefinitionFiles files;
  private final ResourceDeletion deletion;

  ResourceController(DefinitionFiles files, ResourceDeletion deletion) {
    this.files = files;
    this.deletion = deletion;
  }

  @GetMapping
  ResourceResult get(@PathVariable long resourceKey) {
    var file = find(resourceKey);
    return new ResourceResult()
        .resourceKey(Values.text(file.resourceKey()))
        .resourceId(file.resourceId())
        .resourceName(file.resourceName())
        .version(file.version())
        .versionTag(file.versionTag())
        .tenantId(file.tenantId());
  }

  /** As text where it is text, since that is all that clients of the API take. */
  @GetMapping("/content")
  ResponseEntity<byte[]> content(@PathVariable long resourceKey) {
    var content = find(resourceKey).content();
    return ResponseEntity.ok()
        .contentType(isText(content) ? TEXT : MediaType.APPLICATION_OCTET_STREAM)
        .body(content);
  }

  private static boolean isText(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  @PostMapping("/deletion")
  CompletableFuture<DeleteResourceResponse> delete(
      @PathVariable long resourceKey,
      @RequestBody(required = false) @Nullable DeleteResourceRequest body) {
    if (body != null && Boolean.TRUE.equals(body.getDeleteHistory())) {
      return deletion
          .deleteWithHistory(resourceKey)
          .thenApply(batch -> answer(resourceKey).batchOperation(batch.orElse(null)));
    }
    return deletion.delete(resourceKey).thenApply(done -> answer(resourceKey));
  }

  private static DeleteResourceResponse answer(long resourceKey) {
    return new DeleteResourceResponse().resourceKey(Values.text(resourceKey));
  }

  private ResourceFile find(long resourceKey) {
    var file =
        files
            .resource(resourceKey)
            .orElseThrow(
                () ->
                    RejectedException.notFound(
                        "Expected to find a resource with key '%d', but there is none",
                        resourceKey));
    CurrentCaller.get().require(ResourceType.RESOURCE, PermissionType.READ, file.resourceId());
    return file;
  }
}
