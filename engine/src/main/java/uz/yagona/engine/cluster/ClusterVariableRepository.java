package uz.yagona.engine.cluster;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.engine.api.ClusterVariableCommand.Address;

/** Table {@code cluster_variable}. */
final class ClusterVariableRepository {
  private static final String ALL = "select tenant_id, name, value from engine.cluster_variable";
  private static final String PUT =
      """
      insert into engine.cluster_variable (tenant_id, name, value) values (:tenant, :name, :value)
      on conflict (tenant_id, name) do update set value = excluded.value""";
  private static final String DELETE =
      "delete from engine.cluster_variable where tenant_id = :tenant and name = :name";

  private final JdbcClient jdbc;

  ClusterVariableRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** JSON texts by address. */
  Map<Address, String> all() {
    var all = new HashMap<Address, String>();
    jdbc.sql(ALL)
        .query(
            row -> {
              var tenant = row.getString("tenant_id");
              var address = new Address(row.getString("name"), tenant.isEmpty() ? null : tenant);
              all.put(address, row.getString("value"));
            });
    return all;
  }

  void put(Address address, String json) {
    jdbc.sql(PUT)
        .param("tenant", tenant(address))
        .param("name", address.name())
        .param("value", json)
        .update();
  }

  void delete(Address address) {
    jdbc.sql(DELETE).param("tenant", tenant(address)).param("name", address.name()).update();
  }

  private static String tenant(Address address) {
    return address.tenantId() == null ? "" : address.tenantId();
  }
}
