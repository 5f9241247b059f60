-- who may sign in, and what they may do

create table portal.user_account (
  user_name text not null,
  subject_id uuid not null,
  display_name jsonb,
  password_hash text,
  issuer text,
  issuer_subject text,
  is_enabled boolean not null default true,
  created_at timestamptz not null,
  constraint user_account_pk primary key (user_name),
  constraint user_account_subject_uq unique (subject_id),
  constraint user_account_issuer_uq unique (issuer, issuer_subject)
);
comment on column portal.user_account.subject_id is 'the person in the vault';
comment on column portal.user_account.display_name is 'text per language of an official; null for citizens, whose name is in the vault';
comment on column portal.user_account.password_hash is 'null when the person signs in at an identity provider only';

create table portal.user_role (
  user_name text not null,
  role text not null,
  constraint user_role_pk primary key (user_name, role),
  constraint user_role_user_fk foreign key (user_name) references portal.user_account on delete cascade,
  constraint user_role_ck check (role in ('CITIZEN', 'OPERATOR', 'DESIGNER', 'AUDITOR'))
);
comment on table portal.user_role is 'STAFF and HEAD follow from staff_membership and are not stored';

create table portal.staff_post (
  user_name text not null,
  body text not null,
  position jsonb not null,
  constraint staff_post_pk primary key (user_name),
  constraint staff_post_user_fk foreign key (user_name) references portal.user_account on delete cascade
);

create table portal.staff_membership (
  user_name text not null,
  group_name text not null,
  constraint staff_membership_pk primary key (user_name, group_name),
  constraint staff_membership_user_fk foreign key (user_name) references portal.user_account on delete cascade
);
create index staff_membership_group_ix on portal.staff_membership (group_name);

create table portal.sign_in_throttle (
  throttle_key text not null,
  failures integer not null,
  first_failure_at timestamptz not null,
  last_failure_at timestamptz not null,
  constraint sign_in_throttle_pk primary key (throttle_key)
);
comment on column portal.sign_in_throttle.throttle_key is 'digest of user name, of address, or of both';

-- sessions: the tables of Spring Session JDBC 4.0

create table portal.spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_id_ix on portal.spring_session (session_id);
create index spring_session_expiry_ix on portal.spring_session (expiry_time);
create index spring_session_principal_ix on portal.spring_session (principal_name);

create table portal.spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id)
    references portal.spring_session (primary_id) on delete cascade
);

create table portal.clock_pin (
  only_row boolean not null default true,
  pinned_at timestamptz not null,
  constraint clock_pin_pk primary key (only_row),
  constraint clock_pin_one_ck check (only_row)
);
comment on table portal.clock_pin is 'the time of a demonstration or a test; empty when real time runs';
