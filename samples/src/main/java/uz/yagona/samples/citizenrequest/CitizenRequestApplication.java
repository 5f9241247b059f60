package uz.yagona.samples.citizenrequest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Drives the three requests on a running system: {@code BASE_URL FOLDER}. Exits 0 when all is
 * right.
 */
public final class CitizenRequestApplication {
  private CitizenRequestApplication() {}

  /** Prints each step; the last line is the folder with the signed files. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println(
          "Expected BASE_URL and FOLDER, but got " + arguments.length + " arguments");
      System.exit(2);
    }
    var folder = Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(folder);
    try {
      new Story(URI.create(arguments[0]), folder).run();
    } catch (IllegalStateException | java.io.UncheckedIOException e) {
      System.err.println("Failed: " + e.getMessage());
      System.exit(1);
    }
    System.out.println(folder);
  }
}
