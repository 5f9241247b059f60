package uz.yagona.gateway.audit;

/** What it was done to; the names are those of the API. */
public enum AuditEntity {
  AUTHORIZATION,
  BATCH,
  CLIENT,
  DECISION,
  GROUP,
  INCIDENT,
  MAPPING_RULE,
  PROCESS_INSTANCE,
  RESOURCE,
  ROLE,
  TENANT,
  USER,
  USER_TASK,
  VARIABLE
}
