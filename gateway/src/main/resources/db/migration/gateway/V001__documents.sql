create table gateway.document (
  document_id text not null constraint document_pk primary key,
  content_hash text not null,
  size bigint not null,
  content_type text not null,
  file_name text not null,
  process_definition_id text,
  process_instance_key bigint,
  custom_properties text not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz
);
comment on table gateway.document is 'Files that callers keep beside process variables; variables hold a reference';
comment on column gateway.document.content_hash is 'SHA-256 of the content, lower-case hexadecimal';
comment on column gateway.document.custom_properties is 'JSON object';
comment on column gateway.document.expires_at is 'null keeps the document until it is deleted';
create index document_expiry_idx on gateway.document (expires_at) where expires_at is not null;

create table gateway.document_part (
  document_id text not null
    constraint document_part_document_fk references gateway.document on delete cascade,
  part_number integer not null,
  content bytea not null,
  constraint document_part_pk primary key (document_id, part_number)
);
alter table gateway.document_part alter column content set storage external;
comment on table gateway.document_part is 'Contents in pieces of equal length, so that no file has to fit in memory';

create table gateway.document_link (
  token_hash bytea not null constraint document_link_pk primary key,
  document_id text not null
    constraint document_link_document_fk references gateway.document on delete cascade,
  expires_at timestamptz not null
);
comment on column gateway.document_link.token_hash is 'SHA-256 of the random token in the link; the token itself is kept nowhere';
create index document_link_document_idx on gateway.document_link (document_id);
create index document_link_expiry_idx on gateway.document_link (expires_at);
