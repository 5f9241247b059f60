package uz.yagona.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;

/** An S3-compatible server in this process, whose objects can be looked at and changed. */
public final class BucketServer implements AutoCloseable {
  static final String BUCKET = "hujjatlar";
  private static final String USER = "yagona";
  private static final String PASSWORD = "secret-of-the-test";

  private final BlobStoreContext context =
      ContextBuilder.newBuilder("transient")
          .credentials("identity", "credential")
          .overrides(new Properties())
          .build(BlobStoreContext.class);
  private final BlobStore objects = context.getBlobStore();
  private final Path credentials;
  private S3Proxy server;
  private int port;

  private BucketServer() {
    try {
      credentials = Files.createTempFile("bucket", ".properties");
      Files.writeString(
          credentials, "access-key-id=%s\nsecret-access-key=%s\n".formatted(USER, PASSWORD));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    objects.createContainerInLocation(null, BUCKET);
  }

  static BucketServer start() {
    var bucket = new BucketServer();
    bucket.up();
    return bucket;
  }

  /** Listens, after an outage on the same port. */
  void up() {
    server =
        S3Proxy.builder()
            .blobStore(objects)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, USER, PASSWORD)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    port = server.getPort();
  }

  void down() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Properties of a signing worker that keeps new files here. */
  String[] properties(String... further) {
    var properties = new ArrayList<>(List.of(further));
    properties.add("--yagona.signing.storage.location=S3");
    properties.add("--yagona.signing.storage.s3.endpoint=http://127.0.0.1:" + port);
    properties.add("--yagona.signing.storage.s3.bucket=" + BUCKET);
    properties.add("--yagona.signing.storage.s3.credentials-file=" + credentials);
    return properties.toArray(String[]::new);
  }

  boolean has(String sha256) {
    return objects.blobExists(BUCKET, key(sha256));
  }

  long count() {
    return objects.countBlobs(BUCKET);
  }

  void put(String sha256, byte[] content) {
    objects.putBlob(
        BUCKET,
        objects.blobBuilder(key(sha256)).payload(content).contentLength(content.length).build());
  }

  private static String key(String sha256) {
    return "documents/" + sha256;
  }

  @Override
  public void close() {
    down();
    context.close();
  }
}
