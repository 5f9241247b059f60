package uz.yagona.engine.processor;

import java.sql.SQLException;

/** Empties the engine's tables, for tests. */
final class Purge {
  private static final String TRUNCATE =
      """
      truncate engine.process_instance, engine.element_instance, engine.variable, engine.job, engine.user_task,
        engine.user_task_candidate, engine.timer, engine.message, engine.message_subscription,
        engine.correlated_message_subscription, engine.signal_subscription, engine.incident,
        engine.decision_instance, engine.process_definition, engine.decision_requirements,
        engine.decision_definition, engine.form, engine.resource, engine.deployment, engine.batch_operation,
        engine.batch_operation_item, engine.follow_up, engine.job_failure,
        engine.cluster_variable, engine.global_task_listener, engine.task_assignment
      """;

  private Purge() {}

  static void run(Session session) throws SQLException {
    session.lead.jdbc.sql(TRUNCATE).update();
    session.connection().commit();
    session.purged();
  }
}
