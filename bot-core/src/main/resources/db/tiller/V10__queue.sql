-- What waits: the messages that go out with a prompt, and runs that only make way for another.

alter table run add column joined varchar;
alter table run add column yields boolean default false not null;
