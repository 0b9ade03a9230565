-- How the bot behaves in a thread, the order of what waits, and how old the news of a run is.

alter table conversation add column language varchar(8) default 'en' not null;
alter table conversation add column listening varchar(8) default 'AS_SET' not null;

alter table run add column place integer default 0 not null;
update run set place = ordinal;
alter table run add column heard_at timestamp(6) with time zone;

create index run_by_message on run (message);
create index outgoing_message_by_ref on outgoing_message (ref);
