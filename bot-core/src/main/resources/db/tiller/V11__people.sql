-- What was decided in a thread is read from its audit record.

create index audit_of_conversation on audit (conversation, id);
