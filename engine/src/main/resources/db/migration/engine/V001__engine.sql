-- The rows are state and history at once: a row is closed by its state and end date, and removed by retention.
-- Names of states are those of the Camunda 8 API. JSON values that the engine only passes on are text.

-- engine meta ---------------------------------------------------------------------------------------------------

create table node (
  id smallint primary key default 1 check (id = 1),
  epoch bigint not null,
  next_key bigint not null,
  clock_pinned_at timestamptz,
  node_name text,
  activated_at timestamptz
);
comment on table node is 'one row: who is active, the next free block of keys, the pinned clock';
comment on column node.epoch is 'grows with every take-over; each commit of the engine checks it';
insert into node (epoch, next_key) values (0, 2251799813685249);

-- definitions ---------------------------------------------------------------------------------------------------

create table deployment (
  deployment_key bigint primary key,
  tenant_id text not null default '<default>',
  deployed_at timestamptz not null
);

create table process_definition (
  process_definition_key bigint primary key,
  process_definition_id text not null,
  version integer not null,
  version_tag text,
  name text,
  resource_name text not null,
  checksum text not null,
  bpmn_xml text not null,
  start_form_id text,
  deployment_key bigint not null,
  tenant_id text not null default '<default>',
  deployed_at timestamptz not null,
  deleted_at timestamptz,
  constraint process_definition_version_uq unique (tenant_id, process_definition_id, version)
);
comment on column process_definition.deleted_at is 'deleted definitions stay for the history of their instances';

create table decision_requirements (
  decision_requirements_key bigint primary key,
  decision_requirements_id text not null,
  name text,
  version integer not null,
  resource_name text not null,
  checksum text not null,
  dmn_xml text not null,
  deployment_key bigint not null,
  tenant_id text not null default '<default>',
  deployed_at timestamptz not null,
  deleted_at timestamptz,
  constraint decision_requirements_version_uq unique (tenant_id, decision_requirements_id, version)
);

create table decision_definition (
  decision_definition_key bigint primary key,
  decision_definition_id text not null,
  name text,
  version integer not null,
  version_tag text,
  decision_requirements_key bigint not null,
  decision_requirements_id text not null,
  decision_requirements_name text,
  decision_requirements_version integer not null,
  deployment_key bigint not null,
  tenant_id text not null default '<default>',
  deleted_at timestamptz,
  constraint decision_definition_version_uq unique (tenant_id, decision_definition_id, version)
);
create index decision_definition_requirements_idx on decision_definition (decision_requirements_key);

create table form (
  form_key bigint primary key,
  form_id text not null,
  version integer not null,
  version_tag text,
  resource_name text not null,
  checksum text not null,
  schema text not null,
  deployment_key bigint not null,
  tenant_id text not null default '<default>',
  deployed_at timestamptz not null,
  deleted_at timestamptz,
  constraint form_version_uq unique (tenant_id, form_id, version)
);

create table resource (
  resource_key bigint primary key,
  resource_id text not null,
  version integer not null,
  version_tag text,
  resource_name text not null,
  checksum text not null,
  content bytea not null,
  deployment_key bigint not null,
  tenant_id text not null default '<default>',
  deployed_at timestamptz not null,
  deleted_at timestamptz,
  constraint resource_version_uq unique (tenant_id, resource_id, version)
);
comment on table resource is 'deployed files that are neither BPMN, DMN nor forms';

-- instances -----------------------------------------------------------------------------------------------------

create table process_instance (
  process_instance_key bigint primary key,
  state text not null,
  phase text not null,
  start_date timestamptz not null,
  end_date timestamptz,
  engine_state jsonb,
  continuation boolean not null default false,
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_definition_name text,
  process_definition_version integer not null,
  process_definition_version_tag text,
  parent_process_instance_key bigint,
  parent_element_instance_key bigint,
  root_process_instance_key bigint not null,
  removal_date timestamptz,
  incident_count integer not null default 0,
  business_id text,
  tags text[] not null default '{}',
  taken_sequence_flows text[] not null default '{}',
  start_message_name text,
  start_correlation_key text,
  tenant_id text not null default '<default>'
) with (fillfactor = 85);
comment on column process_instance.removal_date is 'of finished root instances: end of the history';
comment on column process_instance.incident_count is 'active incidents here and in called instances; > 0 means hasIncident';
comment on column process_instance.start_correlation_key is 'of the message that started it: one active instance per key';
create index process_instance_start_date_idx on process_instance (start_date desc, process_instance_key desc);
create index process_instance_definition_idx on process_instance (process_definition_key, process_instance_key);
create index process_instance_parent_idx on process_instance (parent_process_instance_key)
  where parent_process_instance_key is not null;
create index process_instance_root_idx on process_instance (root_process_instance_key);
create index process_instance_business_id_idx on process_instance (business_id) where business_id is not null;
create index process_instance_incident_idx on process_instance (process_instance_key) where incident_count > 0;
create index process_instance_removal_date_idx on process_instance (removal_date)
  where removal_date is not null;
create index process_instance_end_date_idx on process_instance (end_date) where end_date is not null;
create index process_instance_start_message_idx
  on process_instance (start_correlation_key, process_definition_id)
  where state = 'ACTIVE' and start_correlation_key is not null;

create table element_instance (
  element_instance_key bigint primary key,
  state text not null,
  phase text not null,
  start_date timestamptz not null,
  end_date timestamptz,
  engine_state jsonb,
  continuation boolean not null default false,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text not null,
  scope_key bigint,
  element_id text not null,
  element_name text,
  type text not null,
  incident_key bigint,
  called_process_instance_key bigint,
  loop_counter integer,
  tenant_id text not null default '<default>'
) with (fillfactor = 85);
comment on column element_instance.scope_key is 'the element instance around it, or the process instance';
comment on column element_instance.phase is 'step of the life cycle that the API does not show';
comment on column element_instance.engine_state is 'what the behavior remembers: join tokens, multi-instance progress';
comment on column element_instance.continuation is 'work that the engine continues by itself, also after a restart';
create index element_instance_process_idx on element_instance (process_instance_key, element_instance_key);
create index element_instance_active_idx on element_instance (process_instance_key) where state = 'ACTIVE';
create index element_instance_definition_idx on element_instance (process_definition_key, element_id)
  where state = 'ACTIVE';
create index element_instance_continuation_idx on element_instance (element_instance_key) where continuation;

create table variable (
  variable_key bigint primary key,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text not null,
  scope_key bigint not null,
  name text not null,
  value text not null,
  tenant_id text not null default '<default>',
  constraint variable_scope_name_uq unique (scope_key, name)
) with (fillfactor = 85);
comment on column variable.value is 'JSON text';
create index variable_process_idx on variable (process_instance_key);
create index variable_name_value_idx on variable (name, md5(value));

create table job (
  job_key bigint primary key,
  type text not null,
  kind text not null,
  listener_event_type text not null,
  state text not null,
  activatable boolean not null,
  retries integer not null,
  retry_at timestamptz,
  worker text,
  deadline timestamptz,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_definition_version integer not null,
  element_instance_key bigint not null,
  element_id text not null,
  headers text not null,
  error_code text,
  error_message text,
  is_denied boolean,
  denied_reason text,
  creation_time timestamptz not null,
  last_update_time timestamptz not null,
  end_time timestamptz,
  tags text[] not null default '{}',
  tenant_id text not null default '<default>'
) with (fillfactor = 85);
comment on column job.activatable is 'open, with retries, not backing off; a lease is in memory only';
comment on column job.headers is 'JSON object of strings';
create index job_activatable_idx on job (type, job_key) where activatable;
create index job_retry_at_idx on job (retry_at) where retry_at is not null;
create index job_process_idx on job (process_instance_key);

create table user_task (
  user_task_key bigint primary key,
  element_instance_key bigint not null,
  element_id text not null,
  name text,
  state text not null,
  assignee text,
  candidate_groups text[] not null default '{}',
  candidate_users text[] not null default '{}',
  due_date timestamptz,
  follow_up_date timestamptz,
  priority integer not null default 50,
  form_key bigint,
  external_form_reference text,
  custom_headers text not null default '{}',
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_definition_version integer not null,
  process_name text,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  creation_date timestamptz not null,
  completion_date timestamptz,
  action text,
  pending text,
  tags text[] not null default '{}',
  tenant_id text not null default '<default>'
) with (fillfactor = 85);
comment on column user_task.pending is 'JSON: the change that task listeners still have to let pass';
create index user_task_process_idx on user_task (process_instance_key);
create index user_task_element_idx on user_task (element_instance_key);
create index user_task_assignee_idx on user_task (assignee, due_date, user_task_key)
  where completion_date is null and assignee is not null;
create index user_task_due_date_idx on user_task (due_date, user_task_key) where completion_date is null;
create index user_task_creation_date_idx on user_task (creation_date desc, user_task_key desc);

create table user_task_candidate (
  kind text not null,
  name text not null,
  user_task_key bigint not null,
  due_date timestamptz,
  creation_date timestamptz not null,
  priority integer not null,
  assigned boolean not null,
  constraint user_task_candidate_pk primary key (user_task_key, kind, name)
);
comment on table user_task_candidate is 'one row per open task and candidate (kind GROUP or USER): the task lists';
create index user_task_candidate_due_idx on user_task_candidate (kind, name, due_date, user_task_key);
create index user_task_candidate_creation_idx on user_task_candidate (kind, name, creation_date, user_task_key);
create index user_task_candidate_priority_idx
  on user_task_candidate (kind, name, priority desc, user_task_key);

create table timer (
  timer_key bigint primary key,
  process_definition_key bigint not null,
  process_instance_key bigint,
  element_instance_key bigint,
  element_id text not null,
  due_date timestamptz not null,
  repetitions integer not null,
  tenant_id text not null default '<default>'
);
comment on column timer.element_id is 'the event to trigger: a catch, boundary or start event';
comment on column timer.repetitions is 'still to come, this one included; -1 for ever';
create index timer_due_date_idx on timer (due_date, timer_key);
create index timer_process_idx on timer (process_instance_key) where process_instance_key is not null;
create index timer_definition_idx on timer (process_definition_key) where process_instance_key is null;

create table message (
  message_key bigint primary key,
  name text not null,
  correlation_key text not null,
  message_id text,
  variables text not null,
  published_at timestamptz not null,
  expires_at timestamptz not null,
  correlated_process_ids text[] not null default '{}',
  tenant_id text not null default '<default>'
);
comment on table message is 'buffered messages; a row goes when its time-to-live is over';
create unique index message_id_uq on message (tenant_id, name, correlation_key, message_id)
  where message_id is not null;
create index message_correlation_idx on message (correlation_key, name, message_key);
create index message_expires_at_idx on message (expires_at);

create table message_subscription (
  message_subscription_key bigint primary key,
  state text not null,
  message_name text not null,
  correlation_key text,
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_instance_key bigint,
  root_process_instance_key bigint,
  element_instance_key bigint,
  element_id text not null,
  interrupting boolean not null,
  last_updated_date timestamptz not null,
  tenant_id text not null default '<default>'
) with (fillfactor = 85);
comment on column message_subscription.process_instance_key is 'null: a message start event of the definition';
create index message_subscription_open_idx on message_subscription (correlation_key, message_name)
  where state = 'CREATED' and process_instance_key is not null;
create index message_subscription_process_idx on message_subscription (process_instance_key)
  where process_instance_key is not null;
create index message_subscription_start_idx on message_subscription (process_definition_key)
  where process_instance_key is null;

create table correlated_message_subscription (
  message_key bigint not null,
  subscription_key bigint not null,
  message_name text not null,
  correlation_key text,
  correlation_time timestamptz not null,
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  element_instance_key bigint,
  element_id text not null,
  partition_id integer not null default 1,
  tenant_id text not null default '<default>'
);
create index correlated_message_subscription_process_idx
  on correlated_message_subscription (process_instance_key);
create index correlated_message_subscription_message_idx on correlated_message_subscription (message_key);

create table signal_subscription (
  signal_subscription_key bigint primary key,
  signal_name text not null,
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_instance_key bigint,
  element_instance_key bigint,
  element_id text not null,
  tenant_id text not null default '<default>'
);
comment on table signal_subscription is 'open ones only; process_instance_key null: a signal start event';
create index signal_subscription_name_idx on signal_subscription (signal_name, signal_subscription_key);
create index signal_subscription_process_idx on signal_subscription (process_instance_key)
  where process_instance_key is not null;

create table incident (
  incident_key bigint primary key,
  error_type text not null,
  error_message text not null,
  state text not null,
  process_definition_key bigint not null,
  process_definition_id text not null,
  process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  element_instance_key bigint not null,
  element_id text not null,
  job_key bigint,
  creation_time timestamptz not null,
  resolved_time timestamptz,
  tenant_id text not null default '<default>'
);
create index incident_process_idx on incident (process_instance_key);
create index incident_active_idx on incident (creation_time desc, incident_key desc) where state = 'ACTIVE';

create table decision_instance (
  decision_evaluation_instance_key text primary key,
  decision_evaluation_key bigint not null,
  decision_instance_index integer not null,
  state text not null,
  evaluation_date timestamptz not null,
  evaluation_failure text,
  result text,
  decision_definition_key bigint not null,
  decision_definition_id text not null,
  decision_definition_name text,
  decision_definition_version integer not null,
  decision_definition_type text not null,
  decision_requirements_key bigint not null,
  decision_requirements_id text not null,
  root_decision_definition_key bigint not null,
  process_definition_key bigint,
  process_definition_id text,
  process_instance_key bigint,
  root_process_instance_key bigint,
  element_instance_key bigint,
  element_id text,
  evaluated_inputs jsonb not null,
  matched_rules jsonb not null,
  tenant_id text not null default '<default>'
);
comment on column decision_instance.decision_evaluation_instance_key is '<evaluation key>-<index from 1>';
comment on column decision_instance.evaluated_inputs is '[{inputId, inputName, inputValue}]';
comment on column decision_instance.matched_rules is
  '[{ruleId, ruleIndex, evaluatedOutputs: [{outputId, outputName, outputValue}]}]';
create index decision_instance_process_idx on decision_instance (process_instance_key)
  where process_instance_key is not null;
create index decision_instance_evaluation_idx on decision_instance (decision_evaluation_key);
create index decision_instance_date_idx on decision_instance (evaluation_date desc);

-- batch operations ----------------------------------------------------------------------------------------------

create table batch_operation (
  batch_operation_key bigint primary key,
  type text not null,
  state text not null,
  instruction text not null,
  actor_type text,
  actor_id text,
  start_date timestamptz not null,
  end_date timestamptz,
  total_count integer not null default 0,
  failed_count integer not null default 0,
  completed_count integer not null default 0,
  errors text not null default '[]'
);
create index batch_operation_open_idx on batch_operation (batch_operation_key)
  where state in ('CREATED', 'ACTIVE', 'SUSPENDED');

create table batch_operation_item (
  batch_operation_key bigint not null,
  item_key bigint not null,
  type text not null,
  state text not null,
  process_instance_key bigint,
  root_process_instance_key bigint,
  processed_date timestamptz,
  error_message text,
  constraint batch_operation_item_pk primary key (batch_operation_key, item_key)
);
create index batch_operation_item_open_idx on batch_operation_item (batch_operation_key, item_key)
  where state = 'ACTIVE';
create index batch_operation_item_process_idx on batch_operation_item (process_instance_key);
