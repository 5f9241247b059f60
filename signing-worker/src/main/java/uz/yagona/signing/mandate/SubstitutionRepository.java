package uz.yagona.signing.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.substitution}. */
@Repository
class SubstitutionRepository {
  private static final String SELECT =
      """
      select substitution_id, principal, substitute, order_number, order_date, valid_from, valid_to,
             templates, registered_by, ended_at
      from signing.substitution
      """;
  private static final String INSERT =
      """
      insert into signing.substitution
        (substitution_id, principal, substitute, order_number, order_date, valid_from, valid_to,
         templates, registered_by, registered_at)
      values
        (:substitutionId, :principal, :substitute, :orderNumber, :orderDate, :validFrom, :validTo,
         string_to_array(:templates, ','), :registeredBy, :registeredAt)
      """;
  private static final String END =
      """
      update signing.substitution set ended_by = :endedBy, ended_at = :endedAt
      where substitution_id = :substitutionId and ended_at is null
      """;

  private final JdbcClient jdbc;

  SubstitutionRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(Substitution substitution, Instant registeredAt) {
    jdbc.sql(INSERT)
        .param("substitutionId", substitution.substitutionId())
        .param("principal", substitution.principal())
        .param("substitute", substitution.substitute())
        .param("orderNumber", substitution.orderNumber())
        .param("orderDate", substitution.orderDate())
        .param("validFrom", Times.utc(substitution.validFrom()))
        .param("validTo", Times.utc(substitution.validTo()))
        .param("templates", String.join(",", substitution.templates()))
        .param("registeredBy", substitution.registeredBy())
        .param("registeredAt", Times.utc(registeredAt))
        .update();
  }

  /** Ends it now; {@code false} when there is none or it is over already. */
  boolean end(UUID substitutionId, String endedBy, Instant endedAt) {
    return jdbc.sql(END)
            .param("substitutionId", substitutionId)
            .param("endedBy", endedBy)
            .param("endedAt", Times.utc(endedAt))
            .update()
        == 1;
  }

  /** All in which the user is the substitute, the latest order first. */
  List<Substitution> bySubstitute(String substitute) {
    return jdbc.sql(SELECT + "where substitute = :substitute order by valid_from desc")
        .param("substitute", substitute)
        .query(SubstitutionRepository::map)
        .list();
  }

  /** All in which the user is absent, the latest order first. */
  List<Substitution> byPrincipal(String principal) {
    return jdbc.sql(SELECT + "where principal = :principal order by valid_from desc")
        .param("principal", principal)
        .query(SubstitutionRepository::map)
        .list();
  }

  /** The newest 500. */
  List<Substitution> newest() {
    return jdbc.sql(SELECT + "order by registered_at desc limit 500")
        .query(SubstitutionRepository::map)
        .list();
  }

  Optional<Substitution> find(UUID substitutionId) {
    return jdbc.sql(SELECT + "where substitution_id = :substitutionId")
        .param("substitutionId", substitutionId)
        .query(SubstitutionRepository::map)
        .optional();
  }

  private static Substitution map(ResultSet row, int number) throws SQLException {
    return new Substitution(
        row.getObject("substitution_id", UUID.class),
        row.getString("principal"),
        row.getString("substitute"),
        row.getString("order_number"),
        row.getObject("order_date", LocalDate.class),
        Times.at(row, "valid_from"),
        Times.at(row, "valid_to"),
        List.of((String[]) row.getArray("templates").getArray()),
        row.getString("registered_by"),
        Times.optionalAt(row, "ended_at"));
  }
}
