create table gateway.audit_log (
  audit_log_key bigint generated always as identity constraint audit_log_pk primary key,
  recorded_at timestamptz not null,
  actor_type text not null,
  actor_id text not null,
  operation_type text not null,
  entity_type text not null,
  category text not null constraint audit_log_category_ck
    check (category in ('ADMIN', 'DEPLOYED_RESOURCES', 'USER_TASKS')),
  result text not null constraint audit_log_result_ck check (result in ('SUCCESS', 'FAIL')),
  entity_key text not null,
  entity_description text,
  related_entity_type text,
  related_entity_key text,
  tenant_id text,
  batch_operation_key bigint,
  batch_operation_type text,
  process_definition_id text,
  process_definition_key bigint,
  process_instance_key bigint,
  root_process_instance_key bigint,
  element_instance_key bigint,
  user_task_key bigint,
  decision_requirements_id text,
  decision_requirements_key bigint,
  decision_definition_id text,
  decision_definition_key bigint,
  decision_evaluation_key bigint,
  deployment_key bigint,
  form_key bigint,
  resource_key bigint
);
comment on table gateway.audit_log is 'Who did what to which entity with which result; never values of variables';
comment on column gateway.audit_log.tenant_id is 'null for the directory and for batch operations, which belong to no tenant';
create index audit_log_recorded_at_idx on gateway.audit_log (recorded_at);
create index audit_log_user_task_idx on gateway.audit_log (user_task_key) where user_task_key is not null;
create index audit_log_instance_idx on gateway.audit_log (process_instance_key)
  where process_instance_key is not null;
create index audit_log_actor_idx on gateway.audit_log (actor_id, recorded_at);
