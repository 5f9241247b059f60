package uz.yagona.app;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The product that a test class drives: one of its own, or the one that runs at {@code
 * -Dyagona.url} with its data in {@code -Dyagona.data}.
 */
final class Product implements AutoCloseable {
  private final Installation installation;
  private final boolean isOwn;

  private Product(Installation installation, boolean isOwn) {
    this.installation = installation;
    this.isOwn = isOwn;
  }

  static Product start() {
    var running = System.getProperty("yagona.url");
    if (running != null) {
      var data = Path.of(System.getProperty("yagona.data", "data"));
      return new Product(Installation.running(URI.create(running), data), false);
    }
    try {
      return new Product(Installation.start(Files.createTempDirectory("yagona-it")), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return installation.address();
  }

  CamundaClient client() {
    return installation.client();
  }

  @Override
  public void close() {
    if (isOwn) {
      installation.close();
      Trees.delete(installation.data());
    }
  }
}
