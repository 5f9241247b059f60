-- requests of citizens and businesses

create table portal.number_sequence (
  series text not null,
  year integer not null,
  last_number bigint not null,
  constraint number_sequence_pk primary key (series, year)
);

create table portal.request (
  request_id uuid not null,
  number text,
  registered_at timestamptz,
  service_code text not null,
  form_key text not null,
  form_version integer not null,
  case_type text not null,
  sub_type text not null,
  topic text not null,
  region text not null,
  district text not null,
  complained_body text,
  cadastre_no text,
  is_vulnerable boolean not null,
  is_repeat boolean not null,
  language text not null,
  state text not null,
  applicant text not null,
  subject_id uuid not null,
  consent_version text not null,
  filed_at timestamptz not null,
  due_at timestamptz,
  at50 timestamptz,
  at80 timestamptz,
  due_date date,
  legal_ref text,
  legal_status text,
  document_id text,
  document_number text,
  document_sha256 text,
  is_document_signed boolean,
  document_signed_at timestamptz,
  document_signer text,
  document_level text,
  withdrawal_asked_at timestamptz,
  closed_at timestamptz,
  constraint request_pk primary key (request_id),
  constraint request_number_uq unique (number),
  constraint request_applicant_fk foreign key (applicant) references portal.user_account,
  constraint request_subject_fk foreign key (subject_id) references portal.vault_subject,
  constraint request_case_type_ck check (case_type in ('APPEAL', 'SERVICE')),
  constraint request_state_ck check (state in
    ('FILED', 'REGISTERED', 'IN_REVIEW', 'WAITING_APPLICANT', 'SIGNING', 'DECIDED', 'WITHDRAWN'))
);
create index request_applicant_ix on portal.request (applicant, filed_at desc);
create index request_cadastre_ix on portal.request (cadastre_no) where cadastre_no is not null;
comment on column portal.request.number is 'UZ-MRJ-2026-000001; null until registered';
comment on column portal.request.withdrawal_asked_at is 'the applicant has withdrawn; the state follows when the process has heard of it';

create table portal.request_value (
  request_id uuid not null,
  field_id text not null,
  data_class text not null,
  value jsonb,
  vault_value_id uuid,
  constraint request_value_pk primary key (request_id, field_id),
  constraint request_value_request_fk foreign key (request_id) references portal.request,
  constraint request_value_vault_fk foreign key (vault_value_id) references portal.vault_value,
  constraint request_value_class_ck check (data_class in ('PUBLIC', 'INTERNAL', 'PERSONAL', 'SPECIAL')),
  constraint request_value_place_ck check (data_class in ('PUBLIC', 'INTERNAL') or value is null)
);
create index request_value_vault_ix on portal.request_value (vault_value_id) where vault_value_id is not null;

create table portal.draft (
  draft_id uuid not null,
  user_name text not null,
  service_code text not null,
  request_id uuid,
  subject_id uuid not null,
  sealed_values bytea not null,
  updated_at timestamptz not null,
  constraint draft_pk primary key (draft_id),
  constraint draft_user_fk foreign key (user_name) references portal.user_account,
  constraint draft_subject_fk foreign key (subject_id) references portal.vault_subject,
  constraint draft_request_fk foreign key (request_id) references portal.request
);
create unique index draft_owner_uq on portal.draft (user_name, service_code) where request_id is null;
create unique index draft_answer_uq on portal.draft (request_id) where request_id is not null;
comment on column portal.draft.sealed_values is 'what was typed, as JSON, sealed with the key of the person';
comment on column portal.draft.request_id is 'set when this is an unfinished answer to a question about that request';

create table portal.attachment (
  attachment_id uuid not null,
  draft_id uuid,
  request_id uuid,
  subject_id uuid not null,
  field_id text not null,
  sealed_name bytea not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  sealed_content bytea not null,
  added_at timestamptz not null,
  constraint attachment_pk primary key (attachment_id),
  constraint attachment_draft_fk foreign key (draft_id) references portal.draft on delete cascade,
  constraint attachment_request_fk foreign key (request_id) references portal.request,
  constraint attachment_subject_fk foreign key (subject_id) references portal.vault_subject,
  constraint attachment_owner_ck check ((draft_id is null) <> (request_id is null))
);
create index attachment_draft_ix on portal.attachment (draft_id) where draft_id is not null;
create index attachment_request_ix on portal.attachment (request_id) where request_id is not null;
alter table portal.attachment alter column sealed_content set storage external;
comment on column portal.attachment.media_type is 'told from the content, not from the name';
comment on column portal.attachment.sha256 is 'of the plain bytes, hexadecimal';

create table portal.request_event (
  event_id bigint generated always as identity,
  request_id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  detail jsonb not null,
  idempotency_key text,
  constraint request_event_pk primary key (event_id),
  constraint request_event_request_fk foreign key (request_id) references portal.request,
  constraint request_event_idempotency_uq unique (request_id, idempotency_key)
);
create index request_event_request_ix on portal.request_event (request_id, event_id);

create table portal.notice (
  notice_id uuid not null,
  request_id uuid not null,
  user_name text not null,
  template text not null,
  idempotency_key text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint notice_pk primary key (notice_id),
  constraint notice_request_fk foreign key (request_id) references portal.request,
  constraint notice_user_fk foreign key (user_name) references portal.user_account,
  constraint notice_idempotency_uq unique (request_id, idempotency_key)
);
create index notice_user_ix on portal.notice (user_name, created_at desc);

create table portal.escalation (
  escalation_id uuid not null,
  request_id uuid not null,
  level integer not null,
  recipient text not null,
  is_overdue boolean not null,
  idempotency_key text not null,
  at timestamptz not null,
  constraint escalation_pk primary key (escalation_id),
  constraint escalation_request_fk foreign key (request_id) references portal.request,
  constraint escalation_idempotency_uq unique (request_id, idempotency_key)
);

create table portal.pause (
  pause_id uuid not null,
  request_id uuid not null,
  asked_fields text[] not null,
  started_at timestamptz not null,
  cure_until timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  constraint pause_pk primary key (pause_id),
  constraint pause_request_fk foreign key (request_id) references portal.request
);
create unique index pause_open_uq on portal.pause (request_id) where ended_at is null;
create index pause_request_ix on portal.pause (request_id, started_at desc);

create table portal.review (
  task_key text not null,
  request_id uuid not null,
  author text not null,
  outcome text not null,
  answers_id uuid,
  stored_at timestamptz not null,
  constraint review_pk primary key (task_key),
  constraint review_request_fk foreign key (request_id) references portal.request,
  constraint review_author_fk foreign key (author) references portal.user_account,
  constraint review_answers_fk foreign key (answers_id) references portal.vault_value
);
create index review_request_ix on portal.review (request_id, stored_at);
comment on column portal.review.answers_id is 'texts of the official, sealed with the key of the applicant';

create table portal.outbox (
  outbox_id bigint generated always as identity,
  message_name text not null,
  correlation_key text not null,
  message_id text not null,
  variables jsonb not null,
  time_to_live_seconds bigint not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  delivered_at timestamptz,
  constraint outbox_pk primary key (outbox_id),
  constraint outbox_message_uq unique (message_name, message_id)
);
create index outbox_due_ix on portal.outbox (next_attempt_at, outbox_id) where delivered_at is null;
comment on table portal.outbox is 'messages for the engine, written with the change they tell of; repeated until acknowledged';
