-- Jobs that run when any user task changes, whatever its process says.
create table global_task_listener (
  id text primary key,
  type text not null,
  retries integer not null,
  after_non_global boolean not null,
  priority integer not null,
  event_types text[] not null
);
comment on column global_task_listener.after_non_global is 'after the listeners of the model, else before them';

-- Who was given user tasks, and when: usage metrics count people by time.
create table task_assignment (
  user_task_key bigint not null,
  assignee text not null,
  assigned_at timestamptz not null,
  process_instance_key bigint not null
);
create index task_assignment_process_idx on task_assignment (process_instance_key);
create index task_assignment_at_idx on task_assignment using brin (assigned_at)
  with (pages_per_range = 16, autosummarize = on);
insert into task_assignment (user_task_key, assignee, assigned_at, process_instance_key)
select user_task_key, assignee, creation_date, process_instance_key from user_task where assignee is not null;
