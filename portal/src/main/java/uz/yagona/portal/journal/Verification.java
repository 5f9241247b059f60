package uz.yagona.portal.journal;

import org.jspecify.annotations.Nullable;

/**
 * Result of going through the whole chain.
 *
 * @param entries links that were checked
 * @param brokenAt sequence number of the first link that does not fit, {@code null} when all do
 * @param rootHash hash of the last good link, in hexadecimal
 */
public record Verification(long entries, @Nullable Long brokenAt, String rootHash) {
  public boolean isIntact() {
    return brokenAt == null;
  }
}
