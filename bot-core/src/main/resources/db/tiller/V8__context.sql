-- What goes along with a prompt beyond its text.

alter table run add column along_pending boolean default false not null;
alter table run add column context varchar(16);
alter table run add column files varchar;
alter table run add column receipt varchar(1000);

create table enclosed_text (
  run uuid primary key references run (id),
  content varchar not null
);

-- Images are deleted once the service has them.
create table enclosed_image (
  run uuid not null references run (id),
  ordinal integer not null,
  part integer not null,
  media_type varchar(32) not null,
  content bytea not null,
  primary key (run, ordinal, part)
);

-- What was said to the bot, for platforms that may not let it read threads. Kept for 30 days.
create table seen_message (
  platform varchar(16) not null,
  workspace varchar(255) not null,
  channel varchar(255) not null,
  root varchar(255) not null,
  id varchar(255) not null,
  author_id varchar(255) not null,
  author_handle varchar(255) not null,
  author_name varchar(255) not null,
  seen_at timestamp(6) with time zone not null,
  content varchar not null,
  primary key (platform, workspace, channel, root, id)
);
create index seen_message_by_age on seen_message (seen_at);
