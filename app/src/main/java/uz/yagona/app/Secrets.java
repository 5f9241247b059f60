package uz.yagona.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * Passwords between the parts of one installation: made at first start, kept readable by the owner
 * only.
 */
final class Secrets {
  static final String SERVICE_TOKEN = "yagona.service-token";
  static final String INTERNAL_CLIENT = "yagona.secrets.internal-client";
  static final String API_CLIENT = "yagona.secrets.api-client";
  static final String DATABASE = "yagona.secrets.database";
  static final String METRICS = "yagona.secrets.metrics";
  private static final List<String> NAMES =
      List.of(SERVICE_TOKEN, INTERNAL_CLIENT, API_CLIENT, DATABASE, METRICS);
  private static final int BYTES = 24;

  private Secrets() {}

  /**
   * Reads {@code <data>/secrets/installation.properties}; adds random values for names not in it.
   */
  static Properties loadOrCreate(Path dataDirectory) {
    var directory = dataDirectory.resolve("secrets");
    var file = directory.resolve("installation.properties");
    try {
      Files.createDirectories(directory);
      ownerOnly(directory, "rwx------");
      var secrets = new Properties();
      if (Files.exists(file)) {
        try (var in = Files.newInputStream(file)) {
          secrets.load(in);
        }
      }
      if (addMissing(secrets)) {
        write(file, secrets);
      }
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean addMissing(Properties secrets) {
    var random = new SecureRandom();
    var added = false;
    for (var name : NAMES) {
      if (!secrets.containsKey(name)) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        secrets.setProperty(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        added = true;
      }
    }
    return added;
  }

  private static void write(Path file, Properties secrets) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    ownerOnly(fresh, "rw-------");
    try (var out = Files.newOutputStream(fresh, StandardOpenOption.SYNC)) {
      secrets.store(out, "made at first start; keep private");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void ownerOnly(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
