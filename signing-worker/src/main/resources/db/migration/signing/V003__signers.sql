-- Several signers of one document, who signs in whose place, and the seal of an organisation.

create table signing.substitution (
  substitution_id uuid        not null constraint substitution_pk primary key,
  principal       text        not null,
  substitute      text        not null,
  order_number    text        not null,
  order_date      date        not null,
  valid_from      timestamptz not null,
  valid_to        timestamptz not null,
  templates       text[]      not null,
  registered_by   text        not null,
  registered_at   timestamptz not null,
  ended_by        text,
  ended_at        timestamptz,
  constraint substitution_of_another check (principal <> substitute),
  constraint substitution_registered_by_third check (registered_by <> substitute),
  constraint substitution_period check (valid_from < valid_to),
  constraint substitution_end_whole check ((ended_by is null) = (ended_at is null))
);
comment on table signing.substitution is 'who may sign in whose place, by which order, until when';
comment on column signing.substitution.principal is 'user name of the official who is absent';
comment on column signing.substitution.templates is 'kinds of documents, such as D-28; empty means all';
create index substitution_substitute on signing.substitution (substitute, valid_to);
create index substitution_principal on signing.substitution (principal, valid_to);

create table signing.signing_plan (
  document_id uuid    not null constraint signing_plan_pk primary key
              constraint signing_plan_document_fk references signing.document (document_id),
  level       text    not null,
  ordering    text    not null constraint signing_plan_ordering_known check (ordering in ('SEQUENTIAL', 'PARALLEL')),
  quorum      integer not null,
  places      jsonb   not null
);
comment on table signing.signing_plan is 'whose signatures a document needs; a document without a plan needs one';
comment on column signing.signing_plan.places is '[{field, kind, signer, name, role, mandatory}] in the order of signing';

alter table signing.document add column open_signatures integer not null default 1;
comment on column signing.document.open_signatures is 'how many signatures are missing until it is in force';
update signing.document set open_signatures = 0 where signed_sha256 is not null;

alter table signing.signature
  add column principal text,
  add column substitution_id uuid constraint signature_substitution_fk references signing.substitution (substitution_id),
  add constraint signature_substitution_whole check ((principal is null) = (substitution_id is null));
comment on column signing.signature.principal is 'the official in whose place the signer signed';

alter table signing.certificate
  drop constraint certificate_profile_known,
  drop constraint certificate_signer_has_user,
  add constraint certificate_profile_known check (profile in ('ROOT', 'ISSUING', 'TSA', 'OCSP', 'SIGNER', 'SEAL')),
  add constraint certificate_holder_known check ((profile in ('SIGNER', 'SEAL')) = (user_name is not null));
comment on column signing.certificate.user_name is 'the person, or organisation:<code> for a seal';
