package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
  @TempDir Path directory;

  @Test
  void shouldGiveBackTheKeyWhenOpenedAgain() {
    var credential = root();
    KeyFiles.open(directory).save("root", credential);

    var found = KeyFiles.open(directory).find("root");

    assertThat(found)
        .hasValueSatisfying(read -> assertThat(read.key()).isEqualTo(credential.key()));
  }

  @Test
  void shouldLetOnlyTheOwnerReadTheFiles() throws IOException {
    var secrets = directory.resolve("pki");
    KeyFiles.open(secrets).save("root", root());

    assertThat(permissions(secrets)).isEqualTo("rwx------");
    assertThat(permissions(secrets.resolve("root.p12"))).isEqualTo("rw-------");
    assertThat(permissions(secrets.resolve("password"))).isEqualTo("rw-------");
  }

  @Test
  void shouldSayWhichFileCannotBeRead() throws IOException {
    var files = KeyFiles.open(directory);
    Files.writeString(directory.resolve("root.p12"), "broken");

    assertThatThrownBy(() -> files.find("root"))
        .hasMessageContaining("root.p12")
        .hasMessageStartingWith("Expected");
  }

  private static Credential root() {
    var blueprint =
        new CertificateBlueprint(
            CertificateProfile.ROOT,
            PilotPki.name().addRDN(BCStyle.CN, "Test PILOT root").build(),
            KeyAlgorithm.ECDSA_P256.newKeyPair(),
            Instant.parse("2026-01-01T00:00:00Z"));
    return new CertificateFactory(URI.create("http://localhost/pki")).root(blueprint);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
