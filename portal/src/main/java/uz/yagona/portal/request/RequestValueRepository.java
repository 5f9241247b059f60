package uz.yagona.portal.request;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.forms.PersonalDataClass;

@Repository
class RequestValueRepository {
  private static final String UPSERT =
      """
      insert into portal.request_value (request_id, field_id, data_class, value, vault_value_id)
      values (:requestId, :fieldId, :dataClass, cast(:value as jsonb), :vaultValueId)
      on conflict (request_id, field_id) do update set
        data_class = excluded.data_class, value = excluded.value,
        vault_value_id = excluded.vault_value_id
      """;
  private static final String FIND =
      """
      select field_id, data_class, value, vault_value_id
      from portal.request_value where request_id = :requestId
      """;

  /**
   * A stored answer.
   *
   * @param json of a public or internal value
   * @param vaultValueId of a personal value
   */
  record Value(
      String fieldId,
      PersonalDataClass dataClass,
      @Nullable String json,
      @Nullable UUID vaultValueId) {}

  private final JdbcClient jdbc;

  RequestValueRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(UUID requestId, Value value) {
    jdbc.sql(UPSERT)
        .param("requestId", requestId)
        .param("fieldId", value.fieldId())
        .param("dataClass", value.dataClass().name())
        .param("value", value.json())
        .param("vaultValueId", value.vaultValueId())
        .update();
  }

  List<Value> find(UUID requestId) {
    return jdbc.sql(FIND)
        .param("requestId", requestId)
        .query(
            (row, index) ->
                new Value(
                    row.getString("field_id"),
                    PersonalDataClass.valueOf(row.getString("data_class")),
                    row.getString("value"),
                    row.getObject("vault_value_id", UUID.class)))
        .list();
  }
}
