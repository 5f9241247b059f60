package uz.yagona.gateway.audit;

/** Kinds of operations, as rights and settings name them. */
public enum AuditCategory {
  ADMIN,
  DEPLOYED_RESOURCES,
  USER_TASKS
}
