-- A waiting node ends the session of an active one that shows no life, and takes over.
alter table node add column heartbeat_at timestamptz;
alter table node add column backend_pid integer;
