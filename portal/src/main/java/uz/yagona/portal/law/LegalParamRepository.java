package uz.yagona.portal.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LegalParamRepository {
  private static final String IN_FORCE =
      """
      select param_key, customer_type, value, unit, valid_from, valid_to, legal_ref, status
      from portal.legal_param
      where valid_from <= :at and (valid_to is null or valid_to >= :at)
      order by param_key, customer_type
      """;

  private final JdbcClient jdbc;

  LegalParamRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<LegalParam> inForce(LocalDate at) {
    return jdbc.sql(IN_FORCE).param("at", at).query(LegalParamRepository::param).list();
  }

  private static LegalParam param(ResultSet row, int index) throws SQLException {
    return new LegalParam(
        row.getString("param_key"),
        row.getString("customer_type"),
        row.getString("value"),
        row.getString("unit"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("legal_ref"),
        LegalStatus.valueOf(row.getString("status")));
  }
}
