package uz.yagona.signing.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobException;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.SigningProperties.Storage.Location;
import uz.yagona.signing.pki.TrustedTime;

/**
 * Files by their SHA-256, wherever they lie: new ones in the configured store, others where they
 * were put. Call inside a transaction.
 */
@Component
class Contents {
  private final ContentRepository register;
  private final DatabaseContentStore database;
  private final @Nullable S3ContentStore bucket;
  private final SigningProperties.Storage settings;
  private final TrustedTime time;

  Contents(
      ContentRepository register,
      DatabaseContentStore database,
      ObjectProvider<S3ContentStore> bucket,
      SigningProperties properties,
      TrustedTime time) {
    this.register = register;
    this.database = database;
    this.bucket = bucket.getIfAvailable();
    this.settings = properties.storage();
    this.time = time;
  }

  /**
   * Stores the file unless it is there; gives its digest. The bytes are in the store before the row
   * is: when the transaction fails, they have no row and {@link #removeOrphans} takes them.
   */
  String add(byte[] content) {
    if (content.length > settings.maxSize().toBytes()) {
      throw JobException.permanent(
          "Expected a file of at most %s, but it has %d bytes"
              .formatted(settings.maxSize(), content.length));
    }
    var sha256 = Sha256.of(content);
    if (settings.location() == Location.DATABASE) {
      database.put(sha256, content);
    } else if (!register.exists(sha256)) {
      register.holdOffRemoval();
      bucket().put(sha256, content);
      register.addElsewhere(sha256, time.now());
    }
    return sha256;
  }

  /**
   * The bytes, compared with their digest; empty for an unknown and for an erased file.
   *
   * @throws JobException when the store is down, or holds other bytes
   */
  Optional<byte[]> find(String sha256) {
    var location = register.location(sha256);
    if (location.isEmpty()) {
      return Optional.empty();
    }
    var content = store(location.get()).find(sha256);
    if (content.isEmpty()) {
      throw JobException.permanent(
          "Expected file %s in the store of documents, but it is missing".formatted(sha256));
    }
    var found = Sha256.of(content.get());
    if (!found.equals(sha256)) {
      throw JobException.permanent(
          "Expected file %s in the store of documents, but its bytes have digest %s"
              .formatted(sha256, found));
    }
    return content;
  }

  boolean isThere(String sha256) {
    return register.location(sha256).isPresent();
  }

  /**
   * Destroys the bytes for good; the rows stay. When a store is down, the whole can be repeated.
   */
  void erase(Collection<String> digests) {
    var there = new EnumMap<Location, List<String>>(Location.class);
    for (var sha256 : digests) {
      register
          .location(sha256)
          .ifPresent(
              location -> there.computeIfAbsent(location, one -> new ArrayList<>()).add(sha256));
    }
    there.forEach((location, files) -> store(location).remove(files));
    register.erased(digests, time.now());
  }

  /** Removes objects that no row knows; gives their number. */
  int removeOrphans() {
    if (bucket == null) {
      return 0;
    }
    register.awaitRows();
    var removed = 0;
    for (List<String> page : bucket.pages()) {
      var known = register.inUse(page);
      var orphans = page.stream().filter(sha256 -> !known.contains(sha256)).toList();
      bucket.remove(orphans);
      removed += orphans.size();
    }
    return removed;
  }

  private ContentStore store(Location location) {
    return location == Location.DATABASE ? database : bucket();
  }

  private S3ContentStore bucket() {
    if (bucket == null) {
      throw JobException.temporary(
          "Expected yagona.signing.storage.s3 to tell where the files are, but it is not set");
    }
    return bucket;
  }
}
