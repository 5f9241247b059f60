-- Signatures with keys that people keep: prepared here, made elsewhere; and PKCS#7 files beside a PDF.

alter table signing.ca_operation add column public_key bytea;
comment on column signing.ca_operation.public_key is 'DER of a key that the holder keeps; null for a key made here';

create table signing.remote_signature (
  remote_signature_id  uuid        not null constraint remote_signature_pk primary key,
  method               text        not null constraint remote_signature_method_known check (method in ('OWN_KEY', 'E_IMZO')),
  document_id          uuid        not null constraint remote_signature_document_fk references signing.document (document_id),
  process_instance_key bigint      not null,
  user_task_key        bigint      not null,
  signer               text        not null,
  input_sha256         text        not null constraint remote_signature_input_fk references signing.document_content (sha256),
  certificate_serial   text,
  prepared_at          timestamptz not null,
  expires_at           timestamptz not null,
  data_to_sign         bytea       not null,
  state                text        not null constraint remote_signature_state_known check (state in ('PREPARED', 'GIVEN', 'USED')),
  signature_value      bytea,
  check_result         jsonb,
  job_key              bigint,
  constraint remote_signature_own_certificate check (method <> 'OWN_KEY' or certificate_serial is not null),
  constraint remote_signature_value_while_given check ((state = 'GIVEN') = (signature_value is not null)),
  constraint remote_signature_job_when_used check ((state = 'USED') = (job_key is not null))
);
comment on table signing.remote_signature is 'bound to person, task, file and certificate; given once, used by one job';
comment on column signing.remote_signature.prepared_at is 'also the signing time that the PDF claims, to the microsecond';
comment on column signing.remote_signature.data_to_sign is 'OWN_KEY: DER of the signed attributes; E_IMZO: SHA-256 of the file';
comment on column signing.remote_signature.signature_value is 'signature, or PKCS#7; emptied when it is used';
comment on column signing.remote_signature.check_result is 'what the checking service of E-IMZO found';

create table signing.attached_signature (
  document_id        uuid        not null constraint attached_signature_document_fk references signing.document (document_id),
  sha256             text        not null constraint attached_signature_content_fk references signing.document_content (sha256),
  field              text        not null,
  signer             text        not null,
  subject_name       text        not null,
  certificate_serial text        not null,
  input_sha256       text        not null constraint attached_signature_input_fk references signing.document_content (sha256),
  claimed_at         timestamptz,
  checked_at         timestamptz not null,
  checker            text        not null,
  simulated          boolean     not null,
  constraint attached_signature_pk primary key (document_id, sha256),
  constraint attached_signature_field_once unique (document_id, field)
);
comment on table signing.attached_signature is 'PKCS#7 beside the PDF, checked by another service and not here';
