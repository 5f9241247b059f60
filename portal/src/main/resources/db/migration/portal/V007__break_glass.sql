-- reading outside one's rights: why, how long, and what an auditor thought of it

create table portal.break_glass (
  grant_id uuid not null,
  user_name text not null,
  request_id uuid not null,
  reason text not null,
  reference text not null,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  verdict text,
  constraint break_glass_pk primary key (grant_id),
  constraint break_glass_user_fk foreign key (user_name) references portal.user_account,
  constraint break_glass_request_fk foreign key (request_id) references portal.request,
  constraint break_glass_reason_ck check (reason in ('DANGER', 'ABSENCE', 'COURT_ORDER', 'FAULT')),
  constraint break_glass_verdict_ck check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED')),
  constraint break_glass_review_ck check ((verdict is null) = (reviewed_by is null) and reviewed_by <> user_name)
);
create index break_glass_reader_ix on portal.break_glass (user_name, expires_at desc);
create index break_glass_open_ix on portal.break_glass (granted_at) where reviewed_by is null;
comment on column portal.break_glass.expires_at is 'in real time, also when the portal''s clock is pinned';
