package uz.yagona.signing.pki;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.revocation}, and the numbers of the lists made from it. */
@Repository
class RevocationRepository {
  private static final String INSERT =
      """
      insert into signing.revocation (serial, revoked_at, reason, revoked_by)
      values (:serial, :revokedAt, :reason, :revokedBy)
      on conflict (serial) do nothing
      """;
  private static final String BY_SERIAL =
      "select serial, revoked_at, reason from signing.revocation where serial = :serial";
  private static final String OF_AUTHORITY =
      """
      select r.serial, r.revoked_at, r.reason
      from signing.revocation r join signing.certificate c on c.serial = r.serial
      where c.authority = :authority
      order by r.revoked_at, r.serial
      """;
  private static final String NEXT_NUMBER = "select nextval('signing.crl_number')";

  private final JdbcClient jdbc;

  RevocationRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** Stores it unless the certificate is revoked already: the first revocation counts. */
  void add(Revocation revocation, String revokedBy) {
    jdbc.sql(INSERT)
        .param("serial", revocation.serial())
        .param("revokedAt", Times.utc(revocation.revokedAt()))
        .param("reason", revocation.reason().name())
        .param("revokedBy", revokedBy)
        .update();
  }

  Optional<Revocation> find(String serial) {
    return jdbc.sql(BY_SERIAL).param("serial", serial).query(RevocationRepository::map).optional();
  }

  List<Revocation> of(Authority authority) {
    return jdbc.sql(OF_AUTHORITY)
        .param("authority", authority.id())
        .query(RevocationRepository::map)
        .list();
  }

  long nextListNumber() {
    return jdbc.sql(NEXT_NUMBER).query(Long.class).single();
  }

  private static Revocation map(ResultSet row, int number) throws SQLException {
    return new Revocation(
        row.getString("serial"),
        Times.at(row, "revoked_at"),
        RevocationReason.valueOf(row.getString("reason")));
  }
}
