package uz.yagona.engine.query;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was used in a span of time, as far back as the history is kept. */
@Component("engineUsageMetrics")
public final class UsageMetrics {
  private static final String COUNTS =
      """
      select
        (select count(*) from engine.process_instance
          where start_date between :from and :to and parent_process_instance_key is null)
          as process_instances,
        (select count(*) from engine.decision_instance
          where evaluation_date between :from and :to) as decision_instances,
        (select count(distinct assignee) from engine.task_assignment
          where assigned_at between :from and :to) as assignees""";

  private final JdbcClient jdbc;

  public UsageMetrics(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /**
   * @param processInstances root process instances that were created
   * @param decisionInstances decisions that were evaluated
   * @param assignees different people that were given user tasks
   */
  public record Usage(long processInstances, long decisionInstances, long assignees) {
    public static final Usage NONE = new Usage(0, 0, 0);
  }

  /** From the first instant to the second, both included. */
  public Usage between(Instant from, Instant to) {
    return jdbc.sql(COUNTS)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(Usage.class)
        .single();
  }
}
