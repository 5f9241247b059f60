-- personal values, apart from everything else

create table portal.vault_master (
  only_row boolean not null default true,
  fingerprint text not null,
  constraint vault_master_pk primary key (only_row),
  constraint vault_master_one_ck check (only_row)
);
comment on column portal.vault_master.fingerprint is 'tells the master key that wraps these subjects from any other, without revealing it';

create table portal.vault_subject (
  subject_id uuid not null,
  wrapped_key bytea,
  created_at timestamptz not null,
  erased_at timestamptz,
  constraint vault_subject_pk primary key (subject_id),
  constraint vault_subject_erased_ck check ((wrapped_key is null) = (erased_at is not null))
);
comment on column portal.vault_subject.wrapped_key is 'key of this person, wrapped by the master key; null once erased, which makes every value unreadable';

create table portal.vault_value (
  value_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  sealed bytea not null,
  blind_index bytea,
  created_at timestamptz not null,
  constraint vault_value_pk primary key (value_id),
  constraint vault_value_subject_fk foreign key (subject_id) references portal.vault_subject
);
create index vault_value_blind_index_ix on portal.vault_value (kind, blind_index) where blind_index is not null;
create index vault_value_subject_ix on portal.vault_value (subject_id, kind);
comment on column portal.vault_value.sealed is 'nonce and AES-256-GCM ciphertext; value_id, subject_id and kind are authenticated with it';
comment on column portal.vault_value.blind_index is 'HMAC-SHA-256 of the normalised value, for equality search';

-- the journal: entries come in with the transaction they tell of, one writer chains them

create table portal.journal_intake (
  intake_id bigint generated always as identity,
  at timestamptz not null,
  actor text not null,
  action text not null,
  object text not null,
  detail jsonb not null,
  subject_id uuid,
  constraint journal_intake_pk primary key (intake_id)
);

create table portal.journal (
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  object text not null,
  detail text not null,
  subject_id uuid,
  prev_hash bytea not null,
  hash bytea not null,
  constraint journal_pk primary key (seq),
  constraint journal_hash_uq unique (hash)
);
create index journal_subject_ix on portal.journal (subject_id, seq desc) where subject_id is not null;
create index journal_object_ix on portal.journal (object, seq);
create index journal_actor_ix on portal.journal (actor, seq desc);
comment on column portal.journal.detail is 'JSON exactly as it was hashed';
comment on column portal.journal.subject_id is 'the person whose data were touched';
