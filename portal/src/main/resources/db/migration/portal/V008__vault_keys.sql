-- several master keys at a time, so that one can take the place of another while people work

alter table portal.vault_master drop constraint vault_master_pk;
alter table portal.vault_master drop constraint vault_master_one_ck;
alter table portal.vault_master drop column only_row;
alter table portal.vault_master add constraint vault_master_pk primary key (fingerprint);
alter table portal.vault_master add column state text not null default 'ACTIVE';
alter table portal.vault_master add column made_at timestamptz not null default now();
alter table portal.vault_master add column retired_at timestamptz;
alter table portal.vault_master add constraint vault_master_state_ck check (state in ('ACTIVE', 'RETIRING', 'RETIRED'));
create unique index vault_master_active_uq on portal.vault_master (state) where state in ('ACTIVE', 'RETIRING');
comment on column portal.vault_master.state is 'ACTIVE wraps new keys; RETIRING still opens some; RETIRED opens none, and may be destroyed';

alter table portal.vault_subject add column master_fingerprint text;
update portal.vault_subject set master_fingerprint = (select fingerprint from portal.vault_master) where wrapped_key is not null;
alter table portal.vault_subject add constraint vault_subject_master_fk foreign key (master_fingerprint) references portal.vault_master;
alter table portal.vault_subject add constraint vault_subject_master_ck check (wrapped_key is null or master_fingerprint is not null);
create index vault_subject_master_ix on portal.vault_subject (master_fingerprint, subject_id) where wrapped_key is not null;
comment on column portal.vault_subject.master_fingerprint is 'the master key that wraps this one; also makes the blind index of its values';
