package uz.yagona.signing.document;

import java.util.Collection;
import java.util.Optional;

/**
 * Keeps the bytes of files under their SHA-256. A store that is down throws a {@link
 * uz.yagona.client.JobException} that may pass.
 */
interface ContentStore {

  /** Keeps the bytes for good before it returns; the same bytes again change nothing. */
  void put(String sha256, byte[] content);

  /** The bytes as they lie there, not compared with the digest; empty when there are none. */
  Optional<byte[]> find(String sha256);

  /** Destroys the bytes; those that are not there change nothing. */
  void remove(Collection<String> digests);
}
