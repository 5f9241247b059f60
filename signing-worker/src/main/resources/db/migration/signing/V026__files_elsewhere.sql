-- files may lie outside the database; the row stays as their register

alter table signing.document_content
  alter column content drop not null,
  add column location text not null default 'DATABASE'
    constraint document_content_location_known check (location in ('DATABASE', 'S3')),
  add constraint document_content_here check ((location = 'DATABASE') = (content is not null));
comment on column signing.document_content.location is 'where the bytes are: in this row, or in the bucket under the digest';
