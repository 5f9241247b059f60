package uz.yagona.app;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The product that a test class drives: one of its own, or the one that runs at {@code
 * -Dyagona.url} with its data in {@code -Dyagona.data}.
 */
final class Product implements AutoCloseable {
  private final URI address;
  private final Supplier<CamundaClient> client;
  private final Runnable stop;

  private Product(URI address, Supplier<CamundaClient> client, Runnable stop) {
    this.address = address;
    this.client = client;
    this.stop = stop;
  }

  static Product start() {
    var given = System.getProperty("yagona.url");
    if (given != null) {
      var running = URI.create(given);
      var data = Path.of(System.getProperty("yagona.data", "data"));
      return new Product(
          running, () -> Installation.client(running, running.getPort() + 1, data), () -> {});
    }
    try {
      var data = Files.createTempDirectory("yagona-it");
      var own = Installation.start(data);
      return new Product(
          own.address(),
          own::client,
          () -> {
            own.close();
            Trees.delete(data);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return address;
  }

  CamundaClient client() {
    return client.get();
  }

  @Override
  public void close() {
    stop.run();
  }
}
