-- What was decided in a thread is read from its audit record.

-- How somebody was called at the time, where the platform said so.
alter table audit add column actor_name varchar(255);

create index audit_of_conversation on audit (conversation, id);
