-- Searches give the key of a batch operation as text, also with wildcards.
create index batch_operation_key_text_idx on batch_operation ((batch_operation_key::text));
create index batch_operation_item_key_text_idx on batch_operation_item ((batch_operation_key::text));
