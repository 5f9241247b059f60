package uz.yagona.signing.pki;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;

/**
 * What the responder says of a certificate, from the tables of certificates, revocations and
 * suspensions in one query: it is asked thousands of times a second.
 */
@Repository
class StatusRepository {
  private static final String STATUS =
      """
      select r.revoked_at, r.reason, s.suspended_at
      from signing.certificate c
      left join signing.revocation r on r.serial = c.serial
      left join signing.suspension s on s.serial = c.serial and s.lifted_at is null
      where c.serial = :serial and c.authority = :authority
      """;

  private final JdbcClient jdbc;

  StatusRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /**
   * An issued certificate.
   *
   * @param revocation {@code null} when it is good; a revocation goes before a suspension
   */
  record Status(@Nullable Revocation revocation) {}

  /** Empty when the authority never issued it. */
  Optional<Status> find(Authority authority, String serial) {
    return jdbc.sql(STATUS)
        .param("serial", serial)
        .param("authority", authority.id())
        .query(
            (row, number) ->
                new Status(
                    revocation(
                        serial,
                        row.getObject("revoked_at", OffsetDateTime.class),
                        row.getString("reason"),
                        row.getObject("suspended_at", OffsetDateTime.class))))
        .optional();
  }

  private static @Nullable Revocation revocation(
      String serial,
      @Nullable OffsetDateTime revokedAt,
      @Nullable String reason,
      @Nullable OffsetDateTime suspendedAt) {
    if (revokedAt != null && reason != null) {
      return new Revocation(serial, revokedAt.toInstant(), RevocationReason.valueOf(reason));
    }
    return suspendedAt == null
        ? null
        : new Revocation(serial, suspendedAt.toInstant(), RevocationReason.CERTIFICATE_HOLD);
  }
}
