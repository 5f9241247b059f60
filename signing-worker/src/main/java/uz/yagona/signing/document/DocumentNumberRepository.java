package uz.yagona.signing.document;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;

/** Table {@code signing.document_number}: numbers without gaps, anew each year. */
@Repository
class DocumentNumberRepository {
  private static final String NEXT =
      """
      insert into signing.document_number (year, last_number) values (:year, 1)
      on conflict (year) do update set last_number = document_number.last_number + 1
      returning last_number
      """;

  private final JdbcClient jdbc;

  DocumentNumberRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /**
   * Takes the next number; others wait until the transaction ends, so that a roll-back leaves no
   * gap.
   */
  String next(int year) {
    var number = jdbc.sql(NEXT).param("year", year).query(Integer.class).single();
    return "UZ-DOC-%d-%06d".formatted(year, number);
  }
}
