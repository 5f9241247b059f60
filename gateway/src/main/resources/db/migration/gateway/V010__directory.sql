create table gateway.directory_revision (
  only_row boolean not null default true constraint directory_revision_pk primary key
    constraint directory_revision_only_row_ck check (only_row),
  revision bigint not null
);
comment on table gateway.directory_revision is 'Grows with every change of the directory, so that nodes know when what they remember is old';
insert into gateway.directory_revision (revision) values (0);

create table gateway.api_user (
  username text not null constraint api_user_pk primary key,
  name text,
  email text,
  password_hash text not null,
  created_at timestamptz not null
);
comment on table gateway.api_user is 'Users of the API; the people of the portal are not among them';
comment on column gateway.api_user.password_hash is 'With the algorithm in front, as Spring Security writes it';

create table gateway.container (
  kind text not null constraint container_kind_ck check (kind in ('GROUP', 'ROLE', 'TENANT')),
  container_id text not null,
  name text not null,
  description text,
  constraint container_pk primary key (kind, container_id)
);
comment on table gateway.container is 'Groups, roles and tenants: what has members';

create table gateway.mapping_rule (
  mapping_rule_id text not null constraint mapping_rule_pk primary key,
  claim_name text not null,
  claim_value text not null,
  name text not null,
  constraint mapping_rule_claim_uq unique (claim_name, claim_value)
);

create table gateway.membership (
  container_kind text not null,
  container_id text not null,
  member_kind text not null constraint membership_member_kind_ck
    check (member_kind in ('USER', 'CLIENT', 'GROUP', 'ROLE', 'MAPPING_RULE')),
  member_id text not null,
  constraint membership_pk primary key (container_kind, container_id, member_kind, member_id),
  constraint membership_container_fk foreign key (container_kind, container_id)
    references gateway.container on delete cascade
);
create index membership_member_idx on gateway.membership (member_kind, member_id, container_kind);

create table gateway.api_authorization (
  authorization_key bigint generated always as identity constraint api_authorization_pk primary key,
  owner_type text not null constraint api_authorization_owner_type_ck
    check (owner_type in ('USER', 'CLIENT', 'GROUP', 'ROLE', 'MAPPING_RULE')),
  owner_id text not null,
  resource_type text not null,
  resource_id text,
  resource_property_name text,
  permission_types text[] not null,
  constraint api_authorization_resource_ck
    check ((resource_id is null) <> (resource_property_name is null)),
  constraint api_authorization_resource_uq unique nulls not distinct
    (owner_type, owner_id, resource_type, resource_id, resource_property_name)
);
comment on column gateway.api_authorization.resource_id is 'An id, or * for every resource of the type';
comment on column gateway.api_authorization.resource_property_name is 'Property of a user task that names the owner: assignee, candidateUsers or candidateGroups';

insert into gateway.container (kind, container_id, name, description) values
  ('TENANT', '<default>', 'Default', 'The only tenant'),
  ('ROLE', 'admin', 'Admin', 'Everything'),
  ('ROLE', 'readonly-admin', 'Readonly admin', 'Reads everything'),
  ('ROLE', 'connectors', 'Connectors', 'Programs that connect processes with other systems'),
  ('ROLE', 'rpa', 'RPA', 'Programs that work with user interfaces'),
  ('ROLE', 'app-integrations', 'App integrations', 'Programs that start processes and do user tasks'),
  ('ROLE', 'task-worker', 'Task worker', 'People who do the user tasks that name them');

insert into gateway.api_authorization
  (owner_type, owner_id, resource_type, resource_id, resource_property_name, permission_types)
values
  ('ROLE', 'admin', 'AUDIT_LOG', '*', null,
    array['READ']),
  ('ROLE', 'admin', 'AUTHORIZATION', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'BATCH', '*', null,
    array['CREATE', 'CREATE_BATCH_OPERATION_CANCEL_PROCESS_INSTANCE', 'CREATE_BATCH_OPERATION_DELETE_DECISION_DEFINITION', 'CREATE_BATCH_OPERATION_DELETE_DECISION_INSTANCE', 'CREATE_BATCH_OPERATION_DELETE_PROCESS_DEFINITION', 'CREATE_BATCH_OPERATION_DELETE_PROCESS_INSTANCE', 'CREATE_BATCH_OPERATION_MIGRATE_PROCESS_INSTANCE', 'CREATE_BATCH_OPERATION_MODIFY_PROCESS_INSTANCE', 'CREATE_BATCH_OPERATION_RESOLVE_INCIDENT', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'CLUSTER_VARIABLE', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'COMPONENT', '*', null,
    array['ACCESS']),
  ('ROLE', 'admin', 'DECISION_DEFINITION', '*', null,
    array['CREATE_DECISION_INSTANCE', 'DELETE_DECISION_INSTANCE', 'READ_DECISION_DEFINITION', 'READ_DECISION_INSTANCE']),
  ('ROLE', 'admin', 'DECISION_REQUIREMENTS_DEFINITION', '*', null,
    array['READ']),
  ('ROLE', 'admin', 'DOCUMENT', '*', null,
    array['CREATE', 'DELETE', 'READ']),
  ('ROLE', 'admin', 'EXPRESSION', '*', null,
    array['EVALUATE']),
  ('ROLE', 'admin', 'GLOBAL_LISTENER', '*', null,
    array['CREATE_TASK_LISTENER', 'DELETE_TASK_LISTENER', 'READ_TASK_LISTENER', 'UPDATE_TASK_LISTENER']),
  ('ROLE', 'admin', 'GROUP', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'MAPPING_RULE', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'MESSAGE', '*', null,
    array['CREATE', 'READ']),
  ('ROLE', 'admin', 'PROCESS_DEFINITION', '*', null,
    array['CANCEL_PROCESS_INSTANCE', 'CLAIM_USER_TASK', 'COMPLETE_USER_TASK', 'CREATE_PROCESS_INSTANCE', 'DELETE_PROCESS_INSTANCE', 'MODIFY_PROCESS_INSTANCE', 'READ_PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE', 'READ_USER_TASK', 'UPDATE_PROCESS_INSTANCE', 'UPDATE_USER_TASK']),
  ('ROLE', 'admin', 'RESOURCE', '*', null,
    array['CREATE', 'DELETE_DRD', 'DELETE_FORM', 'DELETE_PROCESS', 'DELETE_RESOURCE', 'READ']),
  ('ROLE', 'admin', 'ROLE', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'SYSTEM', '*', null,
    array['READ', 'READ_JOB_METRIC', 'READ_USAGE_METRIC', 'UPDATE']),
  ('ROLE', 'admin', 'TENANT', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'USER', '*', null,
    array['CREATE', 'DELETE', 'READ', 'UPDATE']),
  ('ROLE', 'admin', 'USER_TASK', '*', null,
    array['CLAIM', 'COMPLETE', 'READ', 'UPDATE']),
  ('ROLE', 'readonly-admin', 'AUDIT_LOG', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'AUTHORIZATION', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'BATCH', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'CLUSTER_VARIABLE', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'DECISION_DEFINITION', '*', null,
    array['READ_DECISION_DEFINITION', 'READ_DECISION_INSTANCE']),
  ('ROLE', 'readonly-admin', 'DECISION_REQUIREMENTS_DEFINITION', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'DOCUMENT', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'GLOBAL_LISTENER', '*', null,
    array['READ_TASK_LISTENER']),
  ('ROLE', 'readonly-admin', 'GROUP', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'MAPPING_RULE', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'MESSAGE', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'PROCESS_DEFINITION', '*', null,
    array['READ_PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE', 'READ_USER_TASK']),
  ('ROLE', 'readonly-admin', 'RESOURCE', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'ROLE', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'SYSTEM', '*', null,
    array['READ', 'READ_JOB_METRIC', 'READ_USAGE_METRIC']),
  ('ROLE', 'readonly-admin', 'TENANT', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'USER', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'USER_TASK', '*', null,
    array['READ']),
  ('ROLE', 'readonly-admin', 'COMPONENT', '*', null,
    array['ACCESS']),
  ('ROLE', 'connectors', 'PROCESS_DEFINITION', '*', null,
    array['READ_PROCESS_DEFINITION', 'UPDATE_PROCESS_INSTANCE']),
  ('ROLE', 'connectors', 'MESSAGE', '*', null,
    array['CREATE']),
  ('ROLE', 'connectors', 'DOCUMENT', '*', null,
    array['CREATE', 'DELETE', 'READ']),
  ('ROLE', 'rpa', 'RESOURCE', '*', null,
    array['READ']),
  ('ROLE', 'rpa', 'PROCESS_DEFINITION', '*', null,
    array['UPDATE_PROCESS_INSTANCE']),
  ('ROLE', 'app-integrations', 'PROCESS_DEFINITION', '*', null,
    array['CLAIM_USER_TASK', 'COMPLETE_USER_TASK', 'CREATE_PROCESS_INSTANCE', 'READ_PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE', 'READ_USER_TASK', 'UPDATE_PROCESS_INSTANCE', 'UPDATE_USER_TASK']),
  ('ROLE', 'app-integrations', 'DOCUMENT', '*', null,
    array['CREATE']),
  ('ROLE', 'task-worker', 'USER_TASK', null, 'assignee',
    array['CLAIM', 'COMPLETE', 'READ']),
  ('ROLE', 'task-worker', 'USER_TASK', null, 'candidateUsers',
    array['CLAIM', 'COMPLETE', 'READ']),
  ('ROLE', 'task-worker', 'USER_TASK', null, 'candidateGroups',
    array['CLAIM', 'COMPLETE', 'READ']);
