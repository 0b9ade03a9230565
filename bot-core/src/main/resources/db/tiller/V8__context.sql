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
