-- files of erased persons: the bytes go, digest and register stay

alter table signing.document_content add column erased_at timestamptz;
comment on column signing.document_content.erased_at is 'when the bytes were destroyed; null while they are there';
