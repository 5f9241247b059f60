package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code variable}. */
final class VariableRepository {
  private static final Columns<Variable> COLUMNS =
      new Columns<Variable>("engine.variable", "variable_key")
          .fixed("variable_key", BIGINT, Variable::key)
          .fixed("process_instance_key", BIGINT, v -> v.scope().process().key())
          .fixed("root_process_instance_key", BIGINT, v -> v.scope().process().rootKey())
          .fixed("process_definition_key", BIGINT, v -> v.scope().process().definition().key())
          .fixed("process_definition_id", TEXT, v -> v.scope().process().definition().id())
          .fixed("scope_key", BIGINT, v -> v.scope().key())
          .fixed("name", TEXT, Variable::name)
          .changing("value", TEXT, Variable::json);
  private static final String LOAD =
      """
      select variable_key, scope_key, name, value
      from engine.variable
      where scope_key = any (:scopes)
      order by variable_key
      """;

  private final JdbcClient jdbc;
  final Changes<Variable> changes;

  VariableRepository(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    changes = new Changes<>(journal);
  }

  void load(
      Collection<Long> scopeKeys,
      LongFunction<ElementInstance> scopes,
      Consumer<Variable> receiver) {
    jdbc.sql(LOAD)
        .param("scopes", scopeKeys.toArray(Long[]::new))
        .query(
            row -> {
              var variable =
                  new Variable(
                      row.getLong("variable_key"),
                      scopes.apply(row.getLong("scope_key")),
                      row.getString("name"),
                      row.getString("value"));
              changes.adopt(variable);
              receiver.accept(variable);
            });
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
    COLUMNS.update(script, changes.updated());
  }
}
