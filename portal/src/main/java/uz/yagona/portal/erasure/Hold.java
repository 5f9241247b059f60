package uz.yagona.portal.erasure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why data must still be kept.
 *
 * @param kind {@code OPEN_CASE} or {@code RETENTION}
 * @param number of the request, or its id until it is registered
 * @param until last day of the retention; {@code null} for an open case
 * @param legalRef where the law says so; empty for an open case
 * @param isVerified whether a lawyer has confirmed that term
 */
public record Hold(
    String kind,
    UUID requestId,
    String number,
    @Nullable LocalDate until,
    String legalRef,
    boolean isVerified) {}
