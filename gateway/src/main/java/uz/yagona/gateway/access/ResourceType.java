package uz.yagona.gateway.access;

import static uz.yagona.gateway.access.PermissionType.ACCESS;
import static uz.yagona.gateway.access.PermissionType.CANCEL_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CLAIM;
import static uz.yagona.gateway.access.PermissionType.CLAIM_USER_TASK;
import static uz.yagona.gateway.access.PermissionType.COMPLETE;
import static uz.yagona.gateway.access.PermissionType.COMPLETE_USER_TASK;
import static uz.yagona.gateway.access.PermissionType.CREATE;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_BATCH_OPERATION_RESOLVE_INCIDENT;
import static uz.yagona.gateway.access.PermissionType.CREATE_DECISION_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.CREATE_TASK_LISTENER;
import static uz.yagona.gateway.access.PermissionType.DELETE;
import static uz.yagona.gateway.access.PermissionType.DELETE_DECISION_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.DELETE_DRD;
import static uz.yagona.gateway.access.PermissionType.DELETE_FORM;
import static uz.yagona.gateway.access.PermissionType.DELETE_PROCESS;
import static uz.yagona.gateway.access.PermissionType.DELETE_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.DELETE_RESOURCE;
import static uz.yagona.gateway.access.PermissionType.DELETE_TASK_LISTENER;
import static uz.yagona.gateway.access.PermissionType.EVALUATE;
import static uz.yagona.gateway.access.PermissionType.MODIFY_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.READ;
import static uz.yagona.gateway.access.PermissionType.READ_DECISION_DEFINITION;
import static uz.yagona.gateway.access.PermissionType.READ_DECISION_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.READ_JOB_METRIC;
import static uz.yagona.gateway.access.PermissionType.READ_PROCESS_DEFINITION;
import static uz.yagona.gateway.access.PermissionType.READ_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.READ_TASK_LISTENER;
import static uz.yagona.gateway.access.PermissionType.READ_USAGE_METRIC;
import static uz.yagona.gateway.access.PermissionType.READ_USER_TASK;
import static uz.yagona.gateway.access.PermissionType.UPDATE;
import static uz.yagona.gateway.access.PermissionType.UPDATE_PROCESS_INSTANCE;
import static uz.yagona.gateway.access.PermissionType.UPDATE_TASK_LISTENER;
import static uz.yagona.gateway.access.PermissionType.UPDATE_USER_TASK;

import java.util.EnumSet;
import java.util.Set;

/**
 * Kinds of resources with the permissions that can be given on them, as the documentation of
 * Camunda 8.9 lists them.
 */
public enum ResourceType {
  /** By category of operations. */
  AUDIT_LOG(READ),
  AUTHORIZATION(CREATE, READ, UPDATE, DELETE),
  BATCH(
      CREATE,
      CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE,
      CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION,
      CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE,
      CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION,
      CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE,
      CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE,
      CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE,
      CREATE_BATCH_OPERATION_RESOLVE_INCIDENT,
      READ,
      UPDATE),
  CLUSTER_VARIABLE(CREATE, READ, UPDATE, DELETE),
  COMPONENT(ACCESS),
  DECISION_DEFINITION(
      CREATE_DECISION_INSTANCE,
      READ_DECISION_DEFINITION,
      READ_DECISION_INSTANCE,
      DELETE_DECISION_INSTANCE),
  DECISION_REQUIREMENTS_DEFINITION(READ),
  DOCUMENT(CREATE, READ, DELETE),
  EXPRESSION(EVALUATE),
  GLOBAL_LISTENER(
      CREATE_TASK_LISTENER, READ_TASK_LISTENER, UPDATE_TASK_LISTENER, DELETE_TASK_LISTENER),
  GROUP(CREATE, READ, UPDATE, DELETE),
  MAPPING_RULE(CREATE, READ, UPDATE, DELETE),
  /** By name of the message. */
  MESSAGE(CREATE, READ),
  PROCESS_DEFINITION(
      CREATE_PROCESS_INSTANCE,
      READ_PROCESS_DEFINITION,
      READ_PROCESS_INSTANCE,
      READ_USER_TASK,
      UPDATE_USER_TASK,
      CLAIM_USER_TASK,
      COMPLETE_USER_TASK,
      UPDATE_PROCESS_INSTANCE,
      MODIFY_PROCESS_INSTANCE,
      CANCEL_PROCESS_INSTANCE,
      DELETE_PROCESS_INSTANCE),
  RESOURCE(CREATE, READ, DELETE_DRD, DELETE_FORM, DELETE_PROCESS, DELETE_RESOURCE),
  ROLE(CREATE, READ, UPDATE, DELETE),
  SYSTEM(READ, READ_USAGE_METRIC, READ_JOB_METRIC, UPDATE),
  TENANT(CREATE, READ, UPDATE, DELETE),
  USER(CREATE, READ, UPDATE, DELETE),
  /** By a property of the task: assignee, candidateUsers or candidateGroups. */
  USER_TASK(READ, UPDATE, COMPLETE, CLAIM);

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Set<PermissionType> permissions;

  ResourceType(PermissionType first, PermissionType... others) {
    permissions = EnumSet.of(first, others);
  }

  public Set<PermissionType> permissions() {
    return EnumSet.copyOf(permissions);
  }
}
