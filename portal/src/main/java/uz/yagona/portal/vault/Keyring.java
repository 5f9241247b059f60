package uz.yagona.portal.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The master keys: files that only their owner reads, each known by its fingerprint; the database
 * says which one wraps and which ones still open.
 */
final class Keyring {
  private static final String FIRST = "vault-master.key";
  private static final String PATTERN = "vault-master*.key";

  private final Path folder;
  private final MasterRepository masters;
  private final Map<String, MasterKey> known = new ConcurrentHashMap<>();

  private Keyring(Path folder, MasterRepository masters) {
    this.folder = folder;
    this.masters = masters;
  }

  /**
   * Keys in {@code folder}; the first one is made when neither key nor sealed values exist.
   *
   * @throws VaultException when a key that is needed is missing
   */
  static Keyring open(Path folder, MasterRepository masters) {
    var ring = new Keyring(folder, masters);
    ring.load();
    if (masters.active().isEmpty()) {
      var first =
          ring.known.isEmpty()
              ? MasterKey.create(folder.resolve(FIRST))
              : ring.known.values().iterator().next();
      ring.known.put(first.fingerprint(), first);
      masters.add(first.fingerprint(), Instant.now());
    }
    masters.readable().forEach(ring::get);
    return ring;
  }

  /** Makes a key and its file; nothing uses it before the database names it. */
  MasterKey create() {
    var key = MasterKey.random();
    key.write(folder.resolve("vault-master-%s.key".formatted(key.fingerprint())));
    known.put(key.fingerprint(), key);
    return key;
  }

  /** The key that wraps new ones. */
  MasterKey active() {
    return get(masters.active().orElseThrow());
  }

  /** Keys that still open something. */
  List<MasterKey> readable() {
    return masters.readable().stream().map(this::get).toList();
  }

  /**
   * @throws VaultException when there is no file with this key
   */
  MasterKey get(String fingerprint) {
    var key = known.get(fingerprint);
    if (key == null) {
      load();
      key = known.get(fingerprint);
    }
    if (key == null) {
      throw new VaultException(
          "Expected the vault's master key %s in %s, but the file is missing or holds another key"
              .formatted(fingerprint, folder));
    }
    return key;
  }

  private void load() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, PATTERN)) {
      for (var file : files) {
        var key = MasterKey.read(file);
        known.put(key.fingerprint(), key);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
