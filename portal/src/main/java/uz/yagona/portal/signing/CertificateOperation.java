package uz.yagona.portal.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What gives trust and therefore needs a second officer.
 *
 * @param kind {@code ISSUE}, {@code EXTEND} or {@code LIFT}
 * @param displayName of the holder; {@code null} unless a certificate is to be issued
 * @param position of the holder; {@code null} unless a certificate is to be issued
 * @param serial of the certificate it is about; {@code null} for a new one
 * @param identityKind document that was shown at the desk
 * @param months {@code null} for as long as policy allows
 */
public record CertificateOperation(
    UUID operationId,
    String kind,
    String userName,
    @Nullable String displayName,
    @Nullable String position,
    @Nullable String serial,
    @Nullable String identityKind,
    @Nullable Integer months,
    String requestedBy,
    Instant requestedAt) {}
