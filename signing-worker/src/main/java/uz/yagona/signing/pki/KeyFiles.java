package uz.yagona.signing.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Private keys in PKCS#12 files of one directory, all under one random password that lies beside
 * them; directory and files are readable by their owner only.
 */
final class KeyFiles implements Keys {
  private static final String ALIAS = "key";
  private static final int PASSWORD_BYTES = 32;

  private final Path directory;
  private final char[] password;

  private KeyFiles(Path directory, char[] password) {
    this.directory = directory;
    this.password = password;
  }

  /** Opens the directory; makes it and its password when absent. */
  static KeyFiles open(Path directory) {
    try {
      Files.createDirectories(directory);
      permit(directory, "rwx------");
      var file = directory.resolve("password");
      if (!Files.exists(file)) {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(file, text.getBytes(StandardCharsets.US_ASCII));
      }
      return new KeyFiles(directory, Files.readString(file).strip().toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public KeyPair newKeyPair(KeyAlgorithm algorithm) {
    return algorithm.newKeyPair();
  }

  @Override
  public Optional<Credential> find(String name) {
    var file = file(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      var chain =
          Arrays.stream(store.getCertificateChain(ALIAS)).map(X509Certificate.class::cast).toList();
      return Optional.of(new Credential((PrivateKey) store.getKey(ALIAS, password), chain));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected to read the key file " + file + ", but failed", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected a readable key in " + file + ", but it is not", e);
    }
  }

  /** Replaces what was there in one step. */
  @Override
  public void save(String name, Credential credential) {
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var chain = credential.chain().toArray(new Certificate[0]);
      store.setKeyEntry(ALIAS, credential.key(), password, chain);
      var bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      write(file(name), bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path file(String name) {
    return directory.resolve(name + ".p12");
  }

  private static void write(Path file, byte[] content) throws IOException {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    permit(fresh, "rw-------");
    Files.write(fresh, content);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void permit(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
