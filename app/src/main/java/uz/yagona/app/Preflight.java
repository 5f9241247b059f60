package uz.yagona.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/**
 * Checks before anything is started, so that a failure is one clear line and leaves nothing behind.
 */
final class Preflight {
  private static final DataSize NEEDED = DataSize.ofMegabytes(300);

  private Preflight() {}

  /**
   * @throws LaunchException when a port is taken, the data directory cannot be written, or the disk
   *     is full
   */
  static void check(LaunchOptions options) {
    writable(options.dataDirectory());
    free(options.bindAddress(), options.port(), "--port");
    free(options.bindAddress(), options.grpcPort(), "--grpc-port");
  }

  private static void free(String address, int port, String option) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      throw new LaunchException(
          "Expected port %d on %s to be free, but it is in use (%s). Choose another with %s N."
              .formatted(port, address, e.getMessage(), option));
    }
  }

  private static void writable(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.writeString(directory.resolve(".probe"), "probe"));
      var free = DataSize.ofBytes(Files.getFileStore(directory).getUsableSpace());
      if (free.compareTo(NEEDED) < 0) {
        throw new LaunchException(
            "Expected at least %d MB free for %s, but only %d MB are left on that disk."
                .formatted(NEEDED.toMegabytes(), directory, free.toMegabytes()));
      }
    } catch (IOException e) {
      throw new LaunchException(
          "Expected to write to the data directory %s, but %s.".formatted(directory, e));
    }
  }
}
