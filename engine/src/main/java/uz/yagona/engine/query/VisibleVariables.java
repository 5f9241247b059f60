package uz.yagona.engine.query;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which variables an element instance sees: its own and those of the scopes around it. */
@Component("engineVisibleVariables")
public final class VisibleVariables {
  private static final String SCOPES =
      """
      with recursive scope (key, outer_key, depth) as (
        select element_instance_key, scope_key, 0 from engine.element_instance
        where element_instance_key = :elementInstanceKey
        union all
        select e.element_instance_key, e.scope_key, scope.depth + 1
        from scope join engine.element_instance e on e.element_instance_key = scope.outer_key
      ), chain (key, depth) as (
        select key, depth from scope
        union
        select outer_key, depth + 1 from scope where outer_key is not null
      )
      """;
  private static final String SCOPE_KEYS = SCOPES + "select distinct key from chain";
  private static final String EFFECTIVE_KEYS =
      SCOPES
          + """
          select variable_key from (
            select distinct on (v.name) v.variable_key
            from chain join engine.variable v on v.scope_key = chain.key
            order by v.name, chain.depth
          ) effective""";

  private final JdbcClient jdbc;

  public VisibleVariables(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** Keys of the scopes from the element instance out to the process instance. */
  public List<Long> scopeKeys(long elementInstanceKey) {
    return keys(SCOPE_KEYS, elementInstanceKey);
  }

  /** Keys of the variables that are seen: of several with one name the innermost. */
  public List<Long> effectiveKeys(long elementInstanceKey) {
    return keys(EFFECTIVE_KEYS, elementInstanceKey);
  }

  private List<Long> keys(String sql, long elementInstanceKey) {
    return jdbc.sql(sql).param("elementInstanceKey", elementInstanceKey).query(Long.class).list();
  }
}
