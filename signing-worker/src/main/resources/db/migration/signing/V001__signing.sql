-- Certificates of the pilot PKI, documents, and the signatures on them.

create table signing.certificate (
  serial     text        not null constraint certificate_pk primary key,
  authority  text        not null constraint certificate_authority_known check (authority in ('root', 'issuing')),
  profile    text        not null constraint certificate_profile_known check (profile in ('ROOT', 'ISSUING', 'TSA', 'OCSP', 'SIGNER')),
  subject    text        not null,
  user_name  text,
  not_before timestamptz not null,
  not_after  timestamptz not null,
  content    bytea       not null,
  issued_at  timestamptz not null,
  constraint certificate_signer_has_user check ((profile = 'SIGNER') = (user_name is not null))
);
comment on column signing.certificate.serial is 'hexadecimal, lower case, without leading zeros';
comment on column signing.certificate.authority is 'the authority that signed it';
comment on column signing.certificate.content is 'DER';
create index certificate_user_name on signing.certificate (user_name, not_after desc) where user_name is not null;

create table signing.revocation (
  serial     text        not null constraint revocation_pk primary key
             constraint revocation_certificate_fk references signing.certificate (serial),
  revoked_at timestamptz not null,
  reason     text        not null constraint revocation_reason_known
             check (reason in ('UNSPECIFIED', 'KEY_COMPROMISE', 'AFFILIATION_CHANGED', 'SUPERSEDED', 'CESSATION_OF_OPERATION')),
  revoked_by text        not null
);

create sequence signing.timestamp_serial;
create sequence signing.crl_number;

create table signing.document_content (
  sha256     text        not null constraint document_content_pk primary key
             constraint document_content_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$'),
  content    bytea       not null,
  created_at timestamptz not null
);
alter table signing.document_content alter column content set storage external;

create table signing.document_number (
  year        integer not null constraint document_number_pk primary key,
  last_number integer not null
);

create table signing.document (
  document_id     uuid        not null constraint document_pk primary key,
  document_number text        not null constraint document_number_unique unique,
  template        text        not null,
  request_id      text        not null,
  request_number  text        not null,
  language        text        not null,
  job_key         bigint      not null,
  draft_sha256    text        not null constraint document_draft_fk references signing.document_content (sha256),
  signed_sha256   text                 constraint document_signed_fk references signing.document_content (sha256),
  created_at      timestamptz not null,
  signed_at       timestamptz,
  superseded_by   uuid                 constraint document_superseded_by_fk references signing.document (document_id),
  constraint document_render_once unique (request_id, job_key),
  constraint document_signed_whole check ((signed_sha256 is null) = (signed_at is null))
);
comment on column signing.document.job_key is 'the pdf-render job that made it: a repeated job gives the same document';
comment on column signing.document.superseded_by is 'the later document that took its place; null while in force';
create index document_signed_sha256 on signing.document (signed_sha256);
create index document_draft_sha256 on signing.document (draft_sha256);
create index document_request on signing.document (request_id);

create table signing.signature (
  document_id        uuid        not null constraint signature_document_fk references signing.document (document_id),
  position           integer     not null,
  field              text        not null,
  job_key            bigint      not null,
  signer             text        not null,
  signer_name        text        not null,
  signer_position    text        not null,
  level              text        not null,
  reason             text,
  signed_at          timestamptz not null,
  certificate_serial text        not null constraint signature_certificate_fk references signing.certificate (serial),
  input_sha256       text        not null constraint signature_input_fk references signing.document_content (sha256),
  output_sha256      text        not null constraint signature_output_fk references signing.document_content (sha256),
  constraint signature_pk primary key (document_id, position),
  constraint signature_field_once unique (document_id, field),
  constraint signature_job_once unique (document_id, job_key)
);
comment on column signing.signature.signed_at is 'genTime of the signature timestamp, or the claimed time at level B-B';
comment on column signing.signature.level is 'such as PAdES-B-T';
create index signature_output_sha256 on signing.signature (output_sha256);
