package uz.yagona.signing.document;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import uz.yagona.client.JobException;
import uz.yagona.signing.SigningProperties;

/** Keeps files in a bucket of an S3-compatible server, under prefix and digest. */
class S3ContentStore implements ContentStore, AutoCloseable {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final S3Client client;
  private final SigningProperties.S3 settings;
  private final DataSize maxSize;

  S3ContentStore(S3Client client, SigningProperties.S3 settings, DataSize maxSize) {
    this.client = client;
    this.settings = settings;
    this.maxSize = maxSize;
  }

  /** A call of the server. */
  private interface Call<T> {
    T run() throws IOException;
  }

  @Override
  public void put(String sha256, byte[] content) {
    reached(
        () ->
            client.putObject(
                request -> request.bucket(settings.bucket()).key(key(sha256)),
                RequestBody.fromBytes(content)));
  }

  @Override
  public Optional<byte[]> find(String sha256) {
    return reached(
        () -> {
          try (var object =
              client.getObject(request -> request.bucket(settings.bucket()).key(key(sha256)))) {
            return Optional.of(bytes(sha256, object));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  /** Reads no more than the limit, whatever the server claims. */
  private byte[] bytes(String sha256, ResponseInputStream<GetObjectResponse> object)
      throws IOException {
    var limit = Math.toIntExact(maxSize.toBytes());
    Long claimed = object.response().contentLength();
    if (claimed == null || claimed <= limit) {
      var bytes = object.readNBytes(limit + 1);
      if (bytes.length <= limit) {
        return bytes;
      }
    }
    object.abort();
    throw JobException.permanent(
        "Expected file %s in the store of documents to have at most %s, but it is larger"
            .formatted(sha256, maxSize));
  }

  @Override
  public void remove(Collection<String> digests) {
    for (var sha256 : digests) {
      reached(
          () -> client.deleteObject(request -> request.bucket(settings.bucket()).key(key(sha256))));
    }
  }

  /** Digests of all objects, in pages of at most 1,000; objects with other names are left out. */
  Iterable<List<String>> pages() {
    var responses =
        client.listObjectsV2Paginator(
            request -> request.bucket(settings.bucket()).prefix(settings.prefix()));
    Stream<List<String>> pages =
        responses.stream()
            .map(
                page ->
                    page.contents().stream()
                        .map(S3Object::key)
                        .map(key -> key.substring(settings.prefix().length()))
                        .filter(name -> DIGEST.matcher(name).matches())
                        .toList());
    return () -> reached(pages::iterator);
  }

  /** Throws when the bucket cannot be reached. */
  void check() {
    reached(() -> client.headBucket(request -> request.bucket(settings.bucket())));
  }

  private String key(String sha256) {
    return settings.prefix() + sha256;
  }

  private <T> T reached(Call<T> call) {
    try {
      return call.run();
    } catch (SdkException | IOException e) {
      throw JobException.temporary(
          "Expected the store of documents at %s, bucket %s, to do its work, but it failed: %s"
              .formatted(settings.endpoint(), settings.bucket(), e.getClass().getSimpleName()),
          e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
