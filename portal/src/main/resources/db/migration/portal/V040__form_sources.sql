-- which form, byte for byte, was filled in: a release may bring another one under the same key

create table portal.form_source (
  sha256 text not null,
  form_key text not null,
  source text not null,
  kept_at timestamptz not null,
  constraint form_source_pk primary key (sha256)
);
comment on column portal.form_source.sha256 is 'of the source in UTF-8, hexadecimal';

create table portal.request_form (
  request_id uuid not null,
  form_key text not null,
  sha256 text not null,
  constraint request_form_pk primary key (request_id, form_key),
  constraint request_form_request_fk foreign key (request_id) references portal.request,
  constraint request_form_source_fk foreign key (sha256) references portal.form_source
);
comment on table portal.request_form is 'the form that was filed, and those that officials answered last; missing for requests of earlier releases';
