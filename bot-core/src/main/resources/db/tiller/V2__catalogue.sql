-- Lists of the agent service that all processes share, and when it was asked for them: it allows
-- that only so often, whoever asks.

create table catalogue (
  name varchar(64) primary key,
  content varchar,
  fetched_at timestamp(6) with time zone,
  not_before timestamp(6) with time zone
);

create table catalogue_request (
  name varchar(64) not null references catalogue (name),
  asked_at timestamp(6) with time zone not null
);
create index catalogue_request_by_name on catalogue_request (name, asked_at);
