package uz.yagona.gateway.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.query.OwningDefinitions.Owner;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.json.Values;

/** One entry, under construction: values by column of {@code gateway.audit_log}. */
public final class AuditEntry {
  private final AuditCategory category;
  private final Map<String, Object> columns = new LinkedHashMap<>();

  private AuditEntry(AuditCategory category) {
    this.category = category;
    columns.put("category", category.name());
    columns.put("result", "SUCCESS");
    if (category != AuditCategory.ADMIN) {
      columns.put("tenant_id", Values.TENANT);
    }
  }

  /**
   * An operation that was done.
   *
   * @param key of the entity, as text
   */
  public static AuditEntry of(
      AuditCategory category, AuditOperation operation, AuditEntity entity, String key) {
    return new AuditEntry(category)
        .with("operation_type", operation.name())
        .with("entity_type", entity.name())
        .with("entity_key", key);
  }

  /** A change of the directory. */
  public static AuditEntry admin(AuditOperation operation, AuditEntity entity, String id) {
    return of(AuditCategory.ADMIN, operation, entity, id);
  }

  /** An operation on batch operations, which belong to no tenant. */
  public static AuditEntry batch(AuditOperation operation, long key, String type) {
    var entry =
        of(AuditCategory.DEPLOYED_RESOURCES, operation, AuditEntity.BATCH, Values.text(key));
    entry.columns.remove("tenant_id");
    return entry.with("batch_operation_key", key).with("batch_operation_type", type);
  }

  AuditCategory category() {
    return category;
  }

  Map<String, Object> columns() {
    return columns;
  }

  /** Sets a column; nothing for {@code null}. */
  public AuditEntry with(String column, @Nullable Object value) {
    if (value != null) {
      columns.put(column, value);
    }
    return this;
  }

  /** Who or what else is concerned. */
  public AuditEntry related(AuditEntity type, String key) {
    return with("related_entity_type", type.name()).with("related_entity_key", key);
  }

  /** A name for people; never a value that somebody entered into a form. */
  public AuditEntry described(@Nullable String description) {
    return with("entity_description", description);
  }

  /** Where in a process the entity stands. */
  public AuditEntry in(Owner owner) {
    return with("process_definition_id", owner.definitionId())
        .with("process_definition_key", owner.definitionKey())
        .with("process_instance_key", owner.processInstanceKey())
        .with("root_process_instance_key", owner.rootProcessInstanceKey())
        .with("element_instance_key", owner.elementInstanceKey());
  }

  /** The operation was refused by the state of the entity. */
  public AuditEntry failed() {
    return with("result", "FAIL");
  }

  AuditEntry by(Caller actor, Instant time) {
    return with("actor_type", actor.type().name())
        .with("actor_id", actor.name())
        .with("recorded_at", time.toString());
  }
}
