-- What commands have set off and batches have left over; each goes with the commit that does it.
create table follow_up (
  follow_up_key bigint primary key,
  command text not null
);
comment on column follow_up.command is 'JSON object with its kind';
