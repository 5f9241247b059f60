package uz.yagona.gateway.audit;

/** What was done; the names are those of the API. */
public enum AuditOperation {
  ASSIGN,
  CANCEL,
  COMPLETE,
  CREATE,
  DELETE,
  EVALUATE,
  MIGRATE,
  MODIFY,
  RESOLVE,
  RESUME,
  SUSPEND,
  UNASSIGN,
  UPDATE
}
