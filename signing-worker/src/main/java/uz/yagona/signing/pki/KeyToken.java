package uz.yagona.signing.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Private keys in a PKCS#11 token, such as a hardware security module. They are made in it and
 * never leave it. The PIN is read at each start from a file that the operator provides, used once,
 * and wiped.
 */
final class KeyToken implements Keys {
  private final Provider provider;
  private final KeyStore store;

  private KeyToken(Provider provider, KeyStore store) {
    this.provider = provider;
    this.store = store;
  }

  /**
   * Opens a token.
   *
   * @param library of the token's maker
   * @param slot number in the library's list of slots, the first is 0
   * @param pinFile holds the PIN alone
   * @throws IllegalStateException when the token cannot be opened; the message never holds the PIN
   */
  static KeyToken open(Path library, int slot, Path pinFile) {
    var provider = provider(library, slot);
    var pin = pin(pinFile);
    try {
      var store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      // keys of the token find their provider by themselves only when it is known to the JVM
      Security.addProvider(provider);
      return new KeyToken(provider, store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected to open slot %d of %s with the PIN in %s, but failed"
              .formatted(slot, library, pinFile),
          e);
    } finally {
      Arrays.fill(pin, '\0');
    }
  }

  private static Provider provider(Path library, int slot) {
    var known = Security.getProvider("SunPKCS11");
    if (known == null) {
      throw new IllegalStateException("Expected a JVM with SunPKCS11, but it has none");
    }
    var name = "yagona" + Integer.toHexString((library + ":" + slot).hashCode());
    var opened = Security.getProvider("SunPKCS11-" + name);
    if (opened != null) {
      return opened;
    }
    return known.configure(
        "--name=%s\nlibrary=%s\nslotListIndex=%d\n".formatted(name, library, slot));
  }

  private static char[] pin(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
      Arrays.fill(bytes, (byte) 0);
      var all = new char[text.remaining()];
      text.get(all);
      var end = all.length;
      while (end > 0 && Character.isWhitespace(all[end - 1])) {
        end--;
      }
      var pin = Arrays.copyOf(all, end);
      Arrays.fill(all, '\0');
      Arrays.fill(text.array(), '\0');
      return pin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public KeyPair newKeyPair(KeyAlgorithm algorithm) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm.keyType(), provider);
      return algorithm.generate(generator);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized Optional<Credential> find(String name) {
    try {
      if (!store.isKeyEntry(name)) {
        return Optional.empty();
      }
      var chain =
          Arrays.stream(store.getCertificateChain(name)).map(X509Certificate.class::cast).toList();
      return Optional.of(new Credential((PrivateKey) store.getKey(name, null), chain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected a readable key " + name + ", but it is not", e);
    }
  }

  @Override
  public synchronized void save(String name, Credential credential) {
    try {
      var chain = credential.chain().toArray(new Certificate[0]);
      store.setKeyEntry(name, credential.key(), null, chain);
      store.store(null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
