package uz.yagona.signing.batch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.batch}. */
@Repository
class BatchRepository {
  private static final String INSERT =
      """
      insert into signing.batch (batch_key, signer, created_at) values (:key, :signer, :at)
      on conflict (batch_key) do nothing
      """;
  private static final String PAUSE =
      "update signing.batch set paused = :paused where batch_key = :key";
  private static final String PAUSED = "select paused from signing.batch where batch_key = :key";

  private final JdbcClient jdbc;

  BatchRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  /** {@code false} when there is one with this key already. */
  boolean add(long key, String signer, Instant at) {
    return jdbc.sql(INSERT)
            .param("key", key)
            .param("signer", signer)
            .param("at", Times.utc(at))
            .update()
        == 1;
  }

  /** {@code false} when there is no such batch. */
  boolean pause(long key, boolean paused) {
    return jdbc.sql(PAUSE).param("key", key).param("paused", paused).update() == 1;
  }

  /** Empty when there is no such batch. */
  Optional<Boolean> isPaused(long key) {
    return jdbc.sql(PAUSED).param("key", key).query(Boolean.class).optional();
  }
}
