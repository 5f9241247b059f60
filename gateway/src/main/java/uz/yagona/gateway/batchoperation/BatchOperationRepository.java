package uz.yagona.gateway.batchoperation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.access.Caller;

/** Rows of {@code engine.batch_operation} and their items. */
@Component("gatewayBatchOperationRepository")
final class BatchOperationRepository {
  private static final String INSERT =
      """
      insert into engine.batch_operation
        (batch_operation_key, type, state, instruction, actor_type, actor_id, start_date)
      values (:key, :type, 'CREATED', :instruction, :actorType, :actor, :now)""";
  private static final String OLDEST =
      """
      select batch_operation_key as key, type, state, instruction, actor_type, actor_id
      from engine.batch_operation
      where state in ('CREATED', 'ACTIVE') order by batch_operation_key limit 1""";
  private static final String INSERT_ITEMS =
      """
      insert into engine.batch_operation_item
        (batch_operation_key, item_key, type, state, process_instance_key,
         root_process_instance_key)
      select :key, i.process_instance_key, :type, 'ACTIVE', i.process_instance_key,
        i.root_process_instance_key
      from engine.process_instance i where i.process_instance_key in (:instances)
      on conflict do nothing""";
  private static final String INSERT_DECISION_ITEMS =
      """
      insert into engine.batch_operation_item
        (batch_operation_key, item_key, type, state, process_instance_key,
         root_process_instance_key)
      select :key, d.decision_evaluation_key, :type, 'ACTIVE', min(d.process_instance_key),
        min(d.root_process_instance_key)
      from engine.decision_instance d where d.decision_evaluation_key in (:instances)
      group by d.decision_evaluation_key
      on conflict do nothing""";
  private static final String ACTIVATE =
      """
      update engine.batch_operation b set state = 'ACTIVE', total_count = (
        select count(*) from engine.batch_operation_item i
        where i.batch_operation_key = b.batch_operation_key)
      where batch_operation_key = :key and state = 'CREATED'""";
  private static final String OPEN_ITEMS =
      """
      select i.item_key from engine.batch_operation_item i
      join engine.batch_operation b using (batch_operation_key)
      where i.batch_operation_key = :key and i.state = 'ACTIVE' and b.state = 'ACTIVE'
      order by i.item_key limit :limit""";
  private static final String CLOSE_ITEM =
      """
      with item as (
        update engine.batch_operation_item
        set state = :state, processed_date = :now, error_message = :error
        where batch_operation_key = :key and item_key = :item and state = 'ACTIVE'
        returning state)
      update engine.batch_operation
      set completed_count = completed_count
            + (select count(*) from item where state = 'COMPLETED'),
          failed_count = failed_count + (select count(*) from item where state = 'FAILED')
      where batch_operation_key = :key""";
  private static final String COMPLETE =
      """
      update engine.batch_operation b set state = 'COMPLETED', end_date = :now
      where batch_operation_key = :key and state = 'ACTIVE' and not exists (
        select 1 from engine.batch_operation_item i
        where i.batch_operation_key = b.batch_operation_key and i.state = 'ACTIVE')""";
  private static final String FAIL =
      """
      update engine.batch_operation
      set state = 'FAILED', end_date = :now, errors = json_build_array(json_build_object(
        'partitionId', 1, 'type', 'QUERY_FAILED', 'message', :error::text))::text
      where batch_operation_key = :key""";
  private static final String CHANGE =
      """
      update engine.batch_operation
      set state = :to, end_date = case when :to = 'CANCELED' then :now::timestamptz end
      where batch_operation_key = :key and state in (:from)""";
  private static final String CANCEL_ITEMS =
      """
      update engine.batch_operation_item set state = 'CANCELED'
      where batch_operation_key = :key and state = 'ACTIVE'""";

  private final JdbcClient jdbc;

  BatchOperationRepository(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** An operation that is to be worked on; {@code instruction} is JSON text. */
  record Operation(
      long key,
      String type,
      String state,
      String instruction,
      @Nullable String actorType,
      @Nullable String actorId) {
    BatchType batchType() {
      return BatchType.valueOf(type);
    }

    boolean isCreated() {
      return state.equals("CREATED");
    }
  }

  void insert(long key, BatchType type, String instruction, Caller caller, Instant now) {
    jdbc.sql(INSERT)
        .param("key", key)
        .param("type", type.name())
        .param("instruction", instruction)
        .param("actorType", caller.type().name())
        .param("actor", caller.name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Operation> oldestOpen() {
    return jdbc.sql(OLDEST).query(Operation.class).optional();
  }

  /**
   * @param keys of what the type's filter finds
   */
  void insertItems(Operation operation, Collection<Long> keys) {
    var isOfDecisions = operation.batchType() == BatchType.DELETE_DECISION_INSTANCE;
    jdbc.sql(isOfDecisions ? INSERT_DECISION_ITEMS : INSERT_ITEMS)
        .param("key", operation.key())
        .param("type", operation.type())
        .param("instances", keys)
        .update();
  }

  void activate(long key) {
    jdbc.sql(ACTIVATE).param("key", key).update();
  }

  /** Instances still to be worked on; none unless the operation is active. */
  List<Long> openItems(long key, int limit) {
    return jdbc.sql(OPEN_ITEMS).param("key", key).param("limit", limit).query(Long.class).list();
  }

  /**
   * @param error {@code null} when the command was executed
   */
  void closeItem(long key, long item, @Nullable String error, Instant now) {
    jdbc.sql(CLOSE_ITEM)
        .param("key", key)
        .param("item", item)
        .param("state", error == null ? "COMPLETED" : "FAILED")
        .param("error", error)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Does nothing while items are open. */
  void complete(long key, Instant now) {
    jdbc.sql(COMPLETE).param("key", key).param("now", now.atOffset(ZoneOffset.UTC)).update();
  }

  void fail(long key, String error, Instant now) {
    jdbc.sql(FAIL)
        .param("key", key)
        .param("error", error)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whether the operation was in one of the states {@code from} and is now in {@code to}. */
  boolean change(long key, List<String> from, String to, Instant now) {
    var changed =
        jdbc.sql(CHANGE)
            .param("key", key)
            .param("from", from)
            .param("to", to)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    return changed > 0;
  }

  void cancelItems(long key) {
    jdbc.sql(CANCEL_ITEMS).param("key", key).update();
  }
}
