package uz.yagona.engine.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.api.ClusterVariableCommand.Address;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.feel.VariableLookup;

/**
 * Cluster variables as expressions see them: {@code camunda.vars.cluster} those of the global
 * scope, {@code camunda.vars.tenant} those of the tenant, {@code camunda.vars.env} both, the
 * tenant's first. Changed by the writer thread alone, read by any.
 */
public final class ClusterVariables implements VariableLookup {
  private static final String ROOT = "camunda";

  private final ClusterVariableRepository repository;
  private final Consumer<Runnable> journal;
  private final Map<Address, String> values = new HashMap<>();
  private volatile Map<String, Object> root = Map.of();

  /**
   * @param journal is told how to take back each change
   */
  public ClusterVariables(JdbcClient jdbc, Consumer<Runnable> journal) {
    repository = new ClusterVariableRepository(jdbc);
    this.journal = journal;
  }

  /** Forgets what is in memory and reads the database. */
  public void reload() {
    values.clear();
    values.putAll(repository.all());
    show();
  }

  @Override
  public @Nullable Object find(String name) {
    return name.equals(ROOT) ? root : ABSENT;
  }

  public boolean has(Address address) {
    return values.containsKey(address);
  }

  /** Sets the value, a JSON text. */
  public void put(Address address, String json) {
    repository.put(address, json);
    change(address, json);
  }

  public void delete(Address address) {
    repository.delete(address);
    change(address, null);
  }

  private void change(Address address, @Nullable String json) {
    var before = values.get(address);
    set(address, json);
    journal.accept(() -> set(address, before));
  }

  private void set(Address address, @Nullable String json) {
    if (json == null) {
      values.remove(address);
    } else {
      values.put(address, json);
    }
    show();
  }

  private void show() {
    var cluster = new HashMap<String, Object>();
    var tenant = new HashMap<String, Object>();
    values.forEach(
        (address, json) ->
            (address.tenantId() == null ? cluster : tenant)
                .put(address.name(), Variables.valueOfJson(json)));
    var env = new HashMap<>(cluster);
    env.putAll(tenant);
    root = Map.of("vars", Map.of("cluster", cluster, "tenant", tenant, "env", env));
  }
}
