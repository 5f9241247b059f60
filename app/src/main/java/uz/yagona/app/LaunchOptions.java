package uz.yagona.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the person at the terminal may choose.
 *
 * @param port HTTP port of portal and REST API; 8080 by default
 * @param grpcPort gRPC port of the API; 26500 beside port 8080, else {@code port + 1}
 * @param bindAddress interface to listen on; this machine only by default
 * @param dataDirectory files that survive a restart: database, secrets, keys
 * @param databaseUrl JDBC or {@code postgresql://} address of an own PostgreSQL; null starts the
 *     embedded one
 */
record LaunchOptions(
    int port, int grpcPort, String bindAddress, Path dataDirectory, @Nullable String databaseUrl) {
  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_GRPC_PORT = 26500;

  /**
   * Reads {@code --port N}, {@code --grpc-port N} and the variables YAGONA_PORT, YAGONA_BIND,
   * YAGONA_DATA, YAGONA_DB_URL. Other arguments are left to Spring.
   *
   * @throws LaunchException when a port is not a number from 1 to 65535
   */
  static LaunchOptions of(String[] arguments, Map<String, String> environment) {
    var chosenPort = option(arguments, "--port", environment.get("YAGONA_PORT"));
    var port = chosenPort == null ? DEFAULT_PORT : port("--port", chosenPort);
    var chosenGrpc = option(arguments, "--grpc-port", environment.get("YAGONA_GRPC_PORT"));
    var besides = port == DEFAULT_PORT ? DEFAULT_GRPC_PORT : port + 1;
    var grpcPort = chosenGrpc == null ? besides : port("--grpc-port", chosenGrpc);
    return new LaunchOptions(
        port,
        grpcPort,
        environment.getOrDefault("YAGONA_BIND", "127.0.0.1"),
        Path.of(environment.getOrDefault("YAGONA_DATA", "data")).toAbsolutePath().normalize(),
        blankToNull(environment.get("YAGONA_DB_URL")));
  }

  private static @Nullable String option(
      String[] arguments, String name, @Nullable String otherwise) {
    for (var i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(name + "=")) {
        return arguments[i].substring(name.length() + 1);
      }
      if (arguments[i].equals(name)) {
        return i + 1 < arguments.length ? arguments[i + 1] : "";
      }
    }
    return blankToNull(otherwise);
  }

  private static int port(String name, String text) {
    try {
      var port = Integer.parseInt(text.strip());
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // falls through to the one message
    }
    throw new LaunchException(
        "Expected %s to be a port from 1 to 65535, but found '%s'.".formatted(name, text));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
