-- the journal's state, fixed by a timestamp

create table portal.journal_checkpoint (
  seq bigint not null,
  first_seq bigint not null,
  head_hash bytea not null,
  tree_hash bytea not null,
  previous bytea not null,
  made_at timestamptz not null,
  token bytea,
  constraint journal_checkpoint_pk primary key (seq),
  constraint journal_checkpoint_journal_fk foreign key (seq) references portal.journal,
  constraint journal_checkpoint_range_ck check (first_seq between 1 and seq)
);
comment on column portal.journal_checkpoint.tree_hash is 'root of the Merkle tree (RFC 6962) over the hashes from first_seq to seq';
comment on column portal.journal_checkpoint.previous is 'digest of the checkpoint before, 32 zero bytes of the first';
comment on column portal.journal_checkpoint.token is 'RFC 3161 timestamp; null while the authority has not answered';
