-- Many documents signed by one person in one go, with progress, pause and resume.

create table signing.batch (
  batch_key  bigint      not null constraint batch_pk primary key,
  signer     text        not null,
  paused     boolean     not null default false,
  created_at timestamptz not null
);
comment on column signing.batch.batch_key is 'key of the process instance: a repeated job goes on where the last one ended';

create table signing.batch_item (
  batch_key   bigint  not null constraint batch_item_batch_fk references signing.batch (batch_key),
  position    integer not null,
  document_id uuid    not null,
  digest      text    not null,
  state       text    not null constraint batch_item_state_known check (state in ('WAITING', 'SIGNED', 'REFUSED')),
  refusal     text,
  constraint batch_item_pk primary key (batch_key, position),
  constraint batch_item_once unique (batch_key, document_id, digest),
  constraint batch_item_refusal_whole check ((state = 'REFUSED') = (refusal is not null))
);
comment on column signing.batch_item.digest is 'of the file that the signer was shown';
comment on column signing.batch_item.refusal is 'error code, such as DIGEST_MISMATCH';
create index batch_item_waiting on signing.batch_item (batch_key, position) where state = 'WAITING';
