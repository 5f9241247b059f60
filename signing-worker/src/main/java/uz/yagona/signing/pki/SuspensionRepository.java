package uz.yagona.signing.pki;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.suspension}: certificates on hold. */
@Repository
class SuspensionRepository {
  private static final String INSERT =
      """
      insert into signing.suspension (serial, suspended_at, suspended_by)
      values (:serial, :at, :by)
      on conflict (serial) where lifted_at is null do nothing
      """;
  private static final String LIFT =
      """
      update signing.suspension set lifted_at = :at, lifted_by = :by
      where serial = :serial and lifted_at is null
      """;
  private static final String OPEN =
      "select serial, suspended_at from signing.suspension where serial = :serial and lifted_at is null";
  private static final String OF_AUTHORITY =
      """
      select s.serial, s.suspended_at
      from signing.suspension s join signing.certificate c on c.serial = s.serial
      where c.authority = :authority and s.lifted_at is null
      order by s.suspended_at, s.serial
      """;

  private final JdbcClient jdbc;

  SuspensionRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** Puts it on hold; {@code false} when it is so already. */
  boolean add(String serial, Instant at, String by) {
    return jdbc.sql(INSERT)
            .param("serial", serial)
            .param("at", Times.utc(at))
            .param("by", by)
            .update()
        == 1;
  }

  /** Ends the hold; {@code false} when there is none. */
  boolean lift(String serial, Instant at, String by) {
    return jdbc.sql(LIFT)
            .param("serial", serial)
            .param("at", Times.utc(at))
            .param("by", by)
            .update()
        == 1;
  }

  Optional<Revocation> find(String serial) {
    return jdbc.sql(OPEN).param("serial", serial).query(SuspensionRepository::map).optional();
  }

  List<Revocation> of(Authority authority) {
    return jdbc.sql(OF_AUTHORITY)
        .param("authority", authority.id())
        .query(SuspensionRepository::map)
        .list();
  }

  private static Revocation map(ResultSet row, int number) throws SQLException {
    return new Revocation(
        row.getString("serial"), Times.at(row, "suspended_at"), RevocationReason.CERTIFICATE_HOLD);
  }
}
