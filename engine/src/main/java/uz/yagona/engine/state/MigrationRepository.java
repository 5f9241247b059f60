package uz.yagona.engine.state;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.definition.ProcessDefinition;

/** Rewrites what rows of an instance say about their definition and element. */
final class MigrationRepository {
  private static final List<String> VERSIONED =
      List.of(
          """
          update engine.job
          set process_definition_key = :key, process_definition_id = :id, process_definition_version = :version
          where process_instance_key = :instance and end_time is null""",
          """
          update engine.user_task
          set process_definition_key = :key, process_definition_id = :id, process_definition_version = :version
          where process_instance_key = :instance and completion_date is null""");
  private static final List<String> PLAIN =
      List.of(
          """
          update engine.element_instance set process_definition_key = :key, process_definition_id = :id
          where process_instance_key = :instance and state = 'ACTIVE'""",
          """
          update engine.variable set process_definition_key = :key, process_definition_id = :id
          where process_instance_key = :instance""",
          """
          update engine.incident set process_definition_key = :key, process_definition_id = :id
          where process_instance_key = :instance and state = 'ACTIVE'""");
  private static final List<String> ELEMENTS =
      List.of(
          "update engine.job set element_id = :element where element_instance_key = :instance and end_time is null",
          """
          update engine.user_task set element_id = :element
          where element_instance_key = :instance and completion_date is null""",
          """
          update engine.incident set element_id = :element
          where element_instance_key = :instance and state = 'ACTIVE'""");

  private final JdbcClient jdbc;

  MigrationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void rewrite(ProcessInstance process, ProcessDefinition target) {
    for (var sql : VERSIONED) {
      jdbc.sql(sql)
          .param("key", target.key())
          .param("id", target.id())
          .param("version", target.version())
          .param("instance", process.key())
          .update();
    }
    for (var sql : PLAIN) {
      jdbc.sql(sql)
          .param("key", target.key())
          .param("id", target.id())
          .param("instance", process.key())
          .update();
    }
  }

  void rename(ElementInstance instance, String elementId) {
    for (var sql : ELEMENTS) {
      jdbc.sql(sql).param("element", elementId).param("instance", instance.key()).update();
    }
  }
}
