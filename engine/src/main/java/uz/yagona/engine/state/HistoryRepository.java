package uz.yagona.engine.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes finished instances with everything that belongs to them, set by set. */
public final class HistoryRepository {
  private static final String FINISHED =
      """
      select count(*)
      from engine.process_instance
      where process_instance_key = :key and root_process_instance_key = :key and state <> 'ACTIVE'
      """;
  private static final String OVERDUE =
      """
      select process_instance_key
      from engine.process_instance
      where removal_date <= :now
      limit :limit
      """;
  private static final List<String> DELETIONS =
      List.of(
          """
          delete from engine.user_task_candidate
          where user_task_key in (
            select user_task_key from engine.user_task where process_instance_key = any (:keys))""",
          "delete from engine.user_task where process_instance_key = any (:keys)",
          "delete from engine.job where process_instance_key = any (:keys)",
          "delete from engine.task_assignment where process_instance_key = any (:keys)",
          "delete from engine.job_failure where process_instance_key = any (:keys)",
          "delete from engine.variable where process_instance_key = any (:keys)",
          "delete from engine.incident where process_instance_key = any (:keys)",
          "delete from engine.message_subscription where process_instance_key = any (:keys)",
          "delete from engine.correlated_message_subscription where process_instance_key = any (:keys)",
          "delete from engine.decision_instance where process_instance_key = any (:keys)",
          "delete from engine.element_instance where process_instance_key = any (:keys)",
          "delete from engine.process_instance where process_instance_key = any (:keys)");
  private static final String TREE =
      """
      select process_instance_key
      from engine.process_instance
      where process_instance_key = any (:roots)
      union all
      select process_instance_key
      from engine.process_instance
      where root_process_instance_key = any (:roots) and root_process_instance_key <> process_instance_key
      """;

  private static final String DECISIONS =
      """
      delete from engine.decision_instance
      where decision_evaluation_key in (
        select decision_evaluation_key
        from engine.decision_instance
        where evaluation_date <= :before and process_instance_key is null
        order by evaluation_date
        limit :limit)
      """;

  private final JdbcClient jdbc;

  public HistoryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Removes a finished root instance; {@code false} if there is none with this key. */
  boolean delete(long key) {
    if (jdbc.sql(FINISHED).param("key", key).query(Long.class).single() == 0) {
      return false;
    }
    deleteTrees(List.of(key));
    return true;
  }

  /** Root instances whose time is over, in no order. */
  public List<Long> overdue(Instant now, int limit) {
    return jdbc.sql(OVERDUE)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** Removes decisions that no process has asked for; gives the number of rows. */
  public int deleteDecisions(Instant before, int limit) {
    return jdbc.sql(DECISIONS)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .update();
  }

  /** Removes root instances with everything that belongs to them. Call in a transaction. */
  public void deleteTrees(List<Long> roots) {
    var keys =
        jdbc.sql(TREE)
            .param("roots", roots.toArray(Long[]::new))
            .query(Long.class)
            .list()
            .toArray(Long[]::new);
    DELETIONS.forEach(sql -> jdbc.sql(sql).param("keys", keys).update());
  }
}
