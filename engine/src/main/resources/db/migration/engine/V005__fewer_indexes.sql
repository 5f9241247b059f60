-- One index per list query, and none on what changes when an instance or an element ends: such an update stays on its
-- page and touches no index. Block ranges do for end and removal dates, which grow with the rows.
drop index process_instance_end_date_idx;
create index process_instance_end_date_idx on process_instance using brin (end_date)
  with (pages_per_range = 16, autosummarize = on);
drop index process_instance_removal_date_idx;
create index process_instance_removal_date_idx on process_instance using brin (removal_date)
  with (pages_per_range = 16, autosummarize = on);
drop index process_instance_start_message_idx;
create index process_instance_start_message_idx on process_instance (start_correlation_key, process_definition_id)
  where start_correlation_key is not null;
drop index process_instance_root_idx;
create index process_instance_root_idx on process_instance (root_process_instance_key)
  where root_process_instance_key <> process_instance_key;

drop index element_instance_active_idx;
drop index element_instance_definition_idx;
drop index variable_name_value_idx;

-- read once when a node becomes active
create index process_instance_continuation_idx on process_instance (process_instance_key) where continuation;

-- there is one tenant: what every row says is said by the queries
alter table process_instance drop column tenant_id;
alter table element_instance drop column tenant_id;
alter table variable drop column tenant_id;
alter table job drop column tenant_id;
alter table user_task drop column tenant_id;
alter table incident drop column tenant_id;
alter table message_subscription drop column tenant_id;
alter table correlated_message_subscription drop column tenant_id;
