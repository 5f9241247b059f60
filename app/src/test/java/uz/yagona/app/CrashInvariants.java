package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold over the engine's tables at every moment, whatever was killed before. Each query
 * looks at all rows and gives keys of those that break its sentence; what was acknowledged is
 * looked for by key.
 */
final class CrashInvariants {
  private static final Map<String, String> QUERIES = new LinkedHashMap<>();

  static {
    QUERIES.put(
        "every active instance has a token",
        """
        select process_instance_key
        from engine.process_instance p
        where state = 'ACTIVE' and not exists (
          select 1
          from engine.element_instance e
          where e.process_instance_key = p.process_instance_key and e.state = 'ACTIVE')""");
    QUERIES.put(
        "an instance that ended has no token",
        """
        select element_instance_key
        from engine.element_instance e
        where state = 'ACTIVE' and not exists (
          select 1
          from engine.process_instance p
          where p.process_instance_key = e.process_instance_key and p.state = 'ACTIVE')""");
    QUERIES.put(
        "no element of an instance is entered twice; so no join fires twice",
        """
        select min(element_instance_key)
        from engine.element_instance
        where process_definition_id = :process
        group by process_instance_key, element_id, type, coalesce(loop_counter, 0)
        having count(*) > 1""");
    QUERIES.put(
        "a join fires after all that it joins",
        """
        select element_instance_key
        from engine.element_instance e
        where process_definition_id = :process and element_id = 'join' and 4 > (
          select count(*)
          from engine.element_instance b
          where b.process_instance_key = e.process_instance_key and b.state = 'COMPLETED'
            and (b.element_id in ('left', 'right', 'pause') or b.type = 'MULTI_INSTANCE_BODY'))""");
    QUERIES.put(
        "an instance that completed went through its end",
        """
        select process_instance_key
        from engine.process_instance p
        where process_definition_id = :process and state = 'COMPLETED' and not exists (
          select 1
          from engine.element_instance e
          where e.process_instance_key = p.process_instance_key and e.element_id = 'end')""");
    QUERIES.put(
        "each element instance has one job at most",
        "select min(job_key) from engine.job group by element_instance_key having count(*) > 1");
    QUERIES.put(
        "an open job belongs to an active element, a completed one to an element that has left",
        """
        select job_key
        from engine.job j
        join engine.element_instance e using (element_instance_key)
        where (j.state = 'COMPLETED') = (e.state = 'ACTIVE')""");
    QUERIES.put(
        "an active task has its job, user task, timer or subscription",
        """
        select element_instance_key
        from engine.element_instance e
        where state = 'ACTIVE' and not continuation
          and type in ('SERVICE_TASK', 'USER_TASK', 'INTERMEDIATE_CATCH_EVENT')
          and not exists (
            select 1 from engine.job w
            where w.element_instance_key = e.element_instance_key and w.end_time is null)
          and not exists (
            select 1 from engine.user_task w
            where w.element_instance_key = e.element_instance_key and w.completion_date is null)
          and not exists (
            select 1 from engine.timer w where w.element_instance_key = e.element_instance_key)
          and not exists (
            select 1 from engine.message_subscription w
            where w.element_instance_key = e.element_instance_key and w.state = 'CREATED')
          and not exists (
            select 1 from engine.signal_subscription w
            where w.element_instance_key = e.element_instance_key)""");
    QUERIES.put(
        "nothing waits for an element that has left",
        """
        select element_instance_key
        from (
          select element_instance_key from engine.timer where process_instance_key is not null
          union all
          select element_instance_key from engine.signal_subscription where process_instance_key is not null
          union all
          select element_instance_key from engine.message_subscription
          where process_instance_key is not null and state = 'CREATED'
          union all
          select element_instance_key from engine.user_task where completion_date is null) w
        join engine.element_instance e using (element_instance_key)
        where e.state <> 'ACTIVE'""");
    QUERIES.put("nothing has failed", "select incident_key from engine.incident");
  }

  private static final String MISSING_INSTANCES =
      """
      select wanted from unnest(:keys::bigint[]) wanted
      where not exists (
        select 1 from engine.process_instance where process_instance_key = wanted)""";
  private static final String MISSING_JOBS =
      """
      select wanted from unnest(:keys::bigint[]) wanted
      where not exists (
        select 1 from engine.job where element_instance_key = wanted and state = 'COMPLETED')""";
  private static final String MISSING_TASKS =
      """
      select wanted from unnest(:keys::bigint[]) wanted
      where not exists (
        select 1 from engine.user_task where user_task_key = wanted and state = 'COMPLETED')""";
  private static final String MISSING_MESSAGES =
      """
      select wanted from unnest(:keys::text[]) wanted
      where not exists (select 1 from engine.message where correlation_key = wanted)
        and not exists (
          select 1 from engine.correlated_message_subscription where correlation_key = wanted)""";

  private final JdbcClient jdbc;

  CrashInvariants(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds while the product runs: each query sees one moment. */
  void check(CrashRecord acknowledged) {
    // killed every few seconds, the database never comes to count its rows itself
    jdbc.sql("analyze").update();
    QUERIES.forEach(
        (sentence, sql) ->
            assertThat(jdbc.sql(sql).param("process", CrashLoad.PROCESS).query(Long.class).list())
                .as(sentence)
                .isEmpty());
    missing("acknowledged starts", MISSING_INSTANCES, acknowledged.started(), Long[]::new);
    missing("acknowledged jobs", MISSING_JOBS, acknowledged.jobs(), Long[]::new);
    missing("acknowledged user tasks", MISSING_TASKS, acknowledged.tasks(), Long[]::new);
    missing("acknowledged messages", MISSING_MESSAGES, acknowledged.messages(), String[]::new);
  }

  private <K> void missing(String what, String sql, Collection<K> keys, IntFunction<K[]> array) {
    var lost = jdbc.sql(sql).param("keys", keys.toArray(array)).query(Object.class).list();
    assertThat(lost).as("%s that are lost", what).isEmpty();
  }
}
