package uz.yagona.portal.vault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A master key, without the key.
 *
 * @param fingerprint names it
 * @param state {@code ACTIVE}, {@code RETIRING} or {@code RETIRED}
 */
public record MasterState(
    String fingerprint, String state, Instant madeAt, @Nullable Instant retiredAt) {}
