-- What workspaces, channels and people have chosen, and a workspace's words for repositories.

create table setting (
  platform varchar(16) not null,
  workspace varchar(255) not null,
  scope varchar(16) not null,
  -- the channel or the person; empty for the workspace itself
  subject varchar(255) not null,
  name varchar(32) not null,
  chosen varchar(2048) not null,
  changed_by varchar(255) not null,
  changed_at timestamp(6) with time zone not null,
  primary key (platform, workspace, scope, subject, name)
);

create table keyword (
  platform varchar(16) not null,
  workspace varchar(255) not null,
  kind varchar(16) not null,
  word varchar(255) not null,
  repository varchar(2048) not null,
  changed_by varchar(255) not null,
  changed_at timestamp(6) with time zone not null,
  primary key (platform, workspace, kind, word)
);

-- Channels and chats in which somebody of another organisation or a guest was seen.
create table outside_channel (
  platform varchar(16) not null,
  workspace varchar(255) not null,
  channel varchar(255) not null,
  seen_at timestamp(6) with time zone not null,
  primary key (platform, workspace, channel)
);

-- What is done on the bot's own page belongs to no conversation.
alter table audit alter column conversation drop not null;
