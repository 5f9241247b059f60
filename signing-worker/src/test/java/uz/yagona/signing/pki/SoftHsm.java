package uz.yagona.signing.pki;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import uz.yagona.signing.Tool;

/**
 * A fresh token of SoftHSM, which is a PKCS#11 token in software. One for each process: it is read
 * once.
 *
 * @param library to be loaded
 * @param pinFile with the PIN of slot 0
 */
record SoftHsm(Path library, Path pinFile) {
  static final String PIN = "493857";

  /** SoftHSM reads the place of its configuration from the environment, which the build sets. */
  private static final String CONFIGURATION = System.getenv("SOFTHSM2_CONF");

  /** Makes the token; skips the test, saying so, where SoftHSM is not installed. */
  static SoftHsm make(Path directory) throws IOException {
    var library =
        Stream.of(
                "/usr/lib/softhsm/libsofthsm2.so",
                "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                "/usr/lib64/pkcs11/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("missing"));
    assumeThat(library).as("SoftHSM is not installed; ./yagona test installs it").exists();
    var configuration = Path.of(CONFIGURATION);
    Files.createDirectories(configuration.getParent());
    Files.createDirectories(directory.resolve("tokens"));
    Files.writeString(
        configuration,
        "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
            .formatted(directory.resolve("tokens")));
    Files.writeString(directory.resolve("pin"), PIN + "\n");
    Tool.run(
        directory,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "yagona",
        "--so-pin",
        "12345678",
        "--pin",
        PIN);
    return new SoftHsm(library, directory.resolve("pin"));
  }
}
