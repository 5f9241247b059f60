package uz.yagona.portal.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps every person's key; 256 bits in a file that only its owner reads. */
final class MasterKey {
  private static final int BYTES = 32;
  private static final int FINGERPRINT_BYTES = 8;

  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static MasterKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new VaultException(
          "Expected a master key of %d bytes, but found %d".formatted(BYTES, bytes.length));
    }
    return new MasterKey(bytes.clone());
  }

  static MasterKey read(Path file) {
    try {
      return of(Base64.getDecoder().decode(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MasterKey create(Path file) {
    var key = random();
    key.write(file);
    return key;
  }

  static MasterKey random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new MasterKey(bytes);
  }

  /** Writes the file, readable by its owner alone, and waits until it is on the disk. */
  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(
          file, Base64.getEncoder().encodeToString(bytes) + "\n", StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SecretKey wrapping() {
    return new SecretKeySpec(derive("wrapping"), "AES");
  }

  SecretKey blindIndex() {
    return new SecretKeySpec(derive("blind-index"), "HmacSHA256");
  }

  /** Names the key without revealing it. */
  String fingerprint() {
    return HexFormat.of().formatHex(Arrays.copyOf(derive("fingerprint"), FINGERPRINT_BYTES));
  }

  private byte[] derive(String label) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(("yagona-vault-1:" + label).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
