-- Values that expressions of every process see as camunda.vars.
create table cluster_variable (
  tenant_id text not null,
  name text not null,
  value text not null,
  constraint cluster_variable_pk primary key (tenant_id, name)
);
comment on column cluster_variable.tenant_id is 'empty: of the global scope';
comment on column cluster_variable.value is 'JSON text';
