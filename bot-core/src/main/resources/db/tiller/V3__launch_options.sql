-- Written for H2 2.5 in PostgreSQL mode and PostgreSQL 16 and later alike.

-- JSON; null for a launch with nothing out of the ordinary, as all were before.
alter table agent add column launch_options varchar;

-- What a follow-up asks for beyond its text; null keeps what is in use.
alter table run add column wanted_mode varchar(16);
alter table run add column wanted_model varchar(255);
