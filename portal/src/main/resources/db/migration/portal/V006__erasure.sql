-- erasure of a person's data: who asked, who confirmed, what was lost

alter table portal.user_role drop constraint user_role_ck;
alter table portal.user_role add constraint user_role_ck
  check (role in ('CITIZEN', 'OPERATOR', 'DESIGNER', 'AUDITOR', 'DATA_OFFICER'));

create table portal.erasure (
  erasure_id uuid not null,
  user_name text not null,
  subject_id uuid not null,
  ground text not null,
  state text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  first_by text,
  first_at timestamptz,
  second_by text,
  second_at timestamptz,
  refusal text,
  value_count integer,
  file_count integer,
  document_count integer,
  constraint erasure_pk primary key (erasure_id),
  constraint erasure_user_fk foreign key (user_name) references portal.user_account,
  constraint erasure_subject_fk foreign key (subject_id) references portal.vault_subject,
  constraint erasure_state_ck check (state in ('REQUESTED', 'CONFIRMED', 'DONE', 'REFUSED')),
  constraint erasure_ground_ck check (ground in ('CONSENT_WITHDRAWN', 'PURPOSE_ENDED', 'UNLAWFUL')),
  constraint erasure_two_officers_ck check (second_by is null or (first_by is not null and second_by <> first_by)),
  constraint erasure_done_ck check (state <> 'DONE' or second_by is not null)
);
create unique index erasure_open_uq on portal.erasure (subject_id) where state in ('REQUESTED', 'CONFIRMED');
create index erasure_asked_ix on portal.erasure (asked_at desc);
comment on column portal.erasure.erasure_id is 'whoever knows it may see the proof';
comment on column portal.erasure.refusal is 'code of why it was refused';

create index attachment_subject_ix on portal.attachment (subject_id);
create index draft_subject_ix on portal.draft (subject_id);
create index request_subject_ix on portal.request (subject_id);
