-- A job may fail more than once: statistics count each time, also when it was completed in the end.
create table job_failure (
  job_key bigint not null,
  type text not null,
  worker text,
  error_code text,
  error_message text,
  failed_at timestamptz not null,
  process_instance_key bigint not null
);
comment on column job_failure.error_code is 'of a thrown BPMN error; null: the worker said that it failed';
create index job_failure_process_idx on job_failure (process_instance_key);
create index job_failure_at_idx on job_failure using brin (failed_at) with (pages_per_range = 16, autosummarize = on);
insert into job_failure (job_key, type, worker, error_code, error_message, failed_at, process_instance_key)
select job_key, type, worker, case when state = 'ERROR_THROWN' then error_code end, error_message, last_update_time,
  process_instance_key
from job where state in ('FAILED', 'ERROR_THROWN');
