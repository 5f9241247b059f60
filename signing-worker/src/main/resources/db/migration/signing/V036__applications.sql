-- What holders ask the registration desk for.

create table signing.application (
  application_id uuid        not null constraint application_pk primary key,
  kind           text        not null constraint application_kind_known check (kind in ('ISSUE', 'EXTEND', 'LIFT', 'REVOKE')),
  user_name      text        not null,
  display_name   text        not null,
  holder_office  text        not null,
  serial         text                 constraint application_certificate_fk references signing.certificate (serial),
  months         integer              constraint application_within_policy check (months between 1 and 24),
  reason         text,
  applied_at     timestamptz not null,
  taken_by       text,
  taken_at       timestamptz,
  identity_kind  text,
  operation_id   uuid                 constraint application_operation_fk references signing.ca_operation (operation_id),
  closed_by      text,
  closed_at      timestamptz,
  refusal        text,
  constraint application_serial_whole check ((kind = 'ISSUE') = (serial is null)),
  constraint application_reason_whole check ((kind = 'REVOKE') = (reason is not null)),
  constraint application_taking_whole check ((taken_by is null) = (taken_at is null)),
  constraint application_taken_by_another check (taken_by <> user_name),
  constraint application_closing_whole check ((closed_by is null) = (closed_at is null)),
  constraint application_operation_unique unique (operation_id)
);
comment on table signing.application is 'what holders ask for; four eyes are those of ca_operation';
comment on column signing.application.reason is 'why a certificate is to be revoked: a code of RFC 5280';
comment on column signing.application.identity_kind is 'the document that was shown at the desk; its number is not kept';
comment on column signing.application.operation_id is 'what came of it and waits for a second person';
comment on column signing.application.closed_by is 'who refused it before a second person was asked, or revoked the certificate';
create index application_open on signing.application (applied_at) where closed_at is null;
create index application_user on signing.application (user_name, applied_at desc);
create index certificate_holder_newest on signing.certificate (issued_at desc) where user_name is not null;
create index pki_event_object on signing.pki_event (object, position);
