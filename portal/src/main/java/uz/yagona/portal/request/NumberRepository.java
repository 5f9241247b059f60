package uz.yagona.portal.request;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NumberRepository {
  private static final String NEXT =
      """
      insert into portal.number_sequence (series, year, last_number) values (:series, :year, 1)
      on conflict (series, year) do update set last_number = portal.number_sequence.last_number + 1
      returning last_number
      """;

  private final JdbcClient jdbc;

  NumberRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next number of the year, without gaps: callers of one year wait for each other's commit.
   */
  long next(String series, int year) {
    return jdbc.sql(NEXT).param("series", series).param("year", year).query(Long.class).single();
  }
}
