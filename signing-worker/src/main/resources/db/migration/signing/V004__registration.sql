-- The registration desk of the pilot PKI: four eyes for what gives trust, suspension, extension, journal.

create table signing.ca_operation (
  operation_id  uuid        not null constraint ca_operation_pk primary key,
  kind          text        not null constraint ca_operation_kind_known check (kind in ('ISSUE', 'EXTEND', 'LIFT')),
  user_name     text        not null,
  display_name  text,
  holder_office text,
  serial        text                 constraint ca_operation_certificate_fk references signing.certificate (serial),
  identity_kind text,
  months        integer,
  requested_by  text        not null,
  requested_at  timestamptz not null,
  decided_by    text,
  decided_at    timestamptz,
  state         text        not null constraint ca_operation_state_known check (state in ('REQUESTED', 'DONE', 'REFUSED')),
  refusal       text,
  result_serial text                 constraint ca_operation_result_fk references signing.certificate (serial),
  constraint ca_operation_four_eyes check (decided_by <> requested_by and decided_by <> user_name),
  constraint ca_operation_decision_whole check ((state = 'REQUESTED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint ca_operation_issue_whole check (kind <> 'ISSUE' or (display_name is not null and identity_kind is not null)),
  constraint ca_operation_serial_whole check ((kind = 'ISSUE') = (serial is null)),
  constraint ca_operation_within_policy check (months between 1 and 24)
);
comment on column signing.ca_operation.identity_kind is 'the document that was shown at the desk, such as PASSPORT; its number is not kept';
comment on column signing.ca_operation.serial is 'the certificate to extend, or whose suspension is to be lifted';
create index ca_operation_open on signing.ca_operation (requested_at) where state = 'REQUESTED';

create table signing.suspension (
  serial       text        not null constraint suspension_certificate_fk references signing.certificate (serial),
  suspended_at timestamptz not null,
  suspended_by text        not null,
  lifted_at    timestamptz,
  lifted_by    text,
  constraint suspension_pk primary key (serial, suspended_at),
  constraint suspension_lifting_whole check ((lifted_by is null) = (lifted_at is null))
);
create unique index suspension_open on signing.suspension (serial) where lifted_at is null;

alter table signing.certificate
  add column extension_of text constraint certificate_extension_fk references signing.certificate (serial),
  add column extensions integer not null default 0 constraint certificate_extensions_limit check (extensions between 0 and 2);
comment on column signing.certificate.extensions is 'how often this key was certified anew; ZRU-793: at most twice';

create table signing.pki_event (
  position bigint      not null constraint pki_event_pk primary key,
  at       timestamptz not null,
  actor    text        not null,
  action   text        not null,
  object   text        not null,
  detail   text        not null,
  previous text        not null,
  hash     text        not null constraint pki_event_hash_unique unique
);
comment on table signing.pki_event is 'what was done to certificates and keys; each entry holds the hash of the one before';
create function signing.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Expected the journal of the PKI to be only added to, but got %', tg_op;
end $$;
create trigger pki_event_append_only before update or delete on signing.pki_event
  for each row execute function signing.refuse_change();
