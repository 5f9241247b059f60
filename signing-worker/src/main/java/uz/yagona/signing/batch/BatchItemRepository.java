package uz.yagona.signing.batch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;

/** Table {@code signing.batch_item}. */
@Repository
class BatchItemRepository {
  private static final String INSERT =
      """
      insert into signing.batch_item (batch_key, position, document_id, digest, state)
      values (:key, :position, :documentId, :digest, 'WAITING')
      on conflict (batch_key, document_id, digest) do nothing
      """;
  private static final String NEXT =
      """
      select position, document_id, digest from signing.batch_item
      where batch_key = :key and state = 'WAITING' and position > :after
      order by position limit 1
      """;
  private static final String DECIDE =
      """
      update signing.batch_item set state = :state, refusal = :refusal
      where batch_key = :key and position = :position
      """;
  private static final String COUNT =
      "select state, count(*) as items from signing.batch_item where batch_key = :key group by state";
  private static final String REFUSALS =
      """
      select document_id, refusal from signing.batch_item
      where batch_key = :key and state = 'REFUSED' order by position limit 100
      """;

  private final JdbcClient jdbc;

  /** Where a document of a batch stands. */
  enum State {
    WAITING,
    SIGNED,
    REFUSED
  }

  BatchItemRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(long key, BatchItem item) {
    jdbc.sql(INSERT)
        .param("key", key)
        .param("position", item.position())
        .param("documentId", item.documentId())
        .param("digest", item.digest())
        .update();
  }

  /** The next document that waits, behind a position. */
  Optional<BatchItem> next(long key, int after) {
    return jdbc.sql(NEXT)
        .param("key", key)
        .param("after", after)
        .query(
            (row, number) ->
                new BatchItem(
                    row.getInt("position"),
                    row.getObject("document_id", UUID.class),
                    row.getString("digest")))
        .optional();
  }

  void signed(long key, int position) {
    decide(key, position, State.SIGNED, null);
  }

  void refused(long key, int position, String code) {
    decide(key, position, State.REFUSED, code);
  }

  private void decide(long key, int position, State state, @Nullable String refusal) {
    jdbc.sql(DECIDE)
        .param("key", key)
        .param("position", position)
        .param("state", state.name())
        .param("refusal", refusal)
        .update();
  }

  Map<State, Integer> counts(long key) {
    var counts = new EnumMap<State, Integer>(State.class);
    jdbc.sql(COUNT)
        .param("key", key)
        .query(
            row -> {
              counts.put(State.valueOf(row.getString("state")), row.getInt("items"));
            });
    return counts;
  }

  List<BatchProgress.Refusal> refusals(long key) {
    return jdbc.sql(REFUSALS)
        .param("key", key)
        .query(
            (row, number) ->
                new BatchProgress.Refusal(row.getString("document_id"), row.getString("refusal")))
        .list();
  }
}
