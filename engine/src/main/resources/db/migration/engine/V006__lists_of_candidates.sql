-- The list of a group is read, and counted, from one index: rows here belong to open tasks only.
alter table user_task_candidate add column state text not null default 'CREATED';
update user_task_candidate c set state = t.state
from user_task t where t.user_task_key = c.user_task_key and t.state <> c.state;
drop index user_task_candidate_due_idx;
create index user_task_candidate_due_idx on user_task_candidate (kind, name, due_date, user_task_key) include (state);
