-- Signatures raised to a longer lasting level after signing, and timestamps over digests.

create table signing.augmentation (
  document_id   uuid        not null constraint augmentation_document_fk references signing.document (document_id),
  position      integer     not null,
  job_key       bigint      not null,
  level         text        not null,
  signatures    integer     not null,
  input_sha256  text        not null constraint augmentation_input_fk references signing.document_content (sha256),
  output_sha256 text        not null constraint augmentation_output_fk references signing.document_content (sha256),
  augmented_at  timestamptz not null,
  renew_before  timestamptz not null,
  constraint augmentation_pk primary key (document_id, position),
  constraint augmentation_job_once unique (document_id, job_key)
);
comment on column signing.augmentation.signatures is 'how many signatures of people the file holds';
comment on column signing.augmentation.renew_before is 'end of the newest timestamp certificate: a further one must come earlier';
create index augmentation_output_sha256 on signing.augmentation (output_sha256);

create table signing.timestamp_token (
  job_key    bigint      not null constraint timestamp_token_pk primary key,
  digest     text        not null,
  serial     text        not null,
  token      bytea       not null,
  stamped_at timestamptz not null
);
comment on table signing.timestamp_token is 'answers of timestamp jobs: a repeated job gives the same token';
