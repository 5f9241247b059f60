package uz.yagona.signing.timestamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.timestamp_token}. */
@Repository
class TokenRepository {
  private static final String INSERT =
      """
      insert into signing.timestamp_token (job_key, digest, serial, token, stamped_at)
      values (:jobKey, :digest, :serial, :token, :stampedAt)
      on conflict (job_key) do nothing
      """;
  private static final String BY_JOB =
      "select digest, serial, token, stamped_at from signing.timestamp_token where job_key = :jobKey";

  private final JdbcClient jdbc;

  TokenRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** Stores the token unless the job has one. */
  void add(long jobKey, StoredToken token) {
    jdbc.sql(INSERT)
        .param("jobKey", jobKey)
        .param("digest", token.digest())
        .param("serial", token.serial())
        .param("token", token.token())
        .param("stampedAt", Times.utc(token.stampedAt()))
        .update();
  }

  Optional<StoredToken> find(long jobKey) {
    return jdbc.sql(BY_JOB).param("jobKey", jobKey).query(TokenRepository::map).optional();
  }

  private static StoredToken map(ResultSet row, int number) throws SQLException {
    return new StoredToken(
        row.getString("digest"),
        row.getString("serial"),
        row.getBytes("token"),
        Times.at(row, "stamped_at"));
  }
}
