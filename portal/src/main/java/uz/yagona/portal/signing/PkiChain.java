package uz.yagona.portal.signing;

import org.jspecify.annotations.Nullable;

/**
 * Whether the journal of certificates and keys is as it was written.
 *
 * @param firstBroken position of the first entry that is not; {@code null} while it is whole
 */
public record PkiChain(boolean whole, @Nullable Long firstBroken) {}
