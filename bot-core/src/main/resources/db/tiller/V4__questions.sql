-- Questions that people ask about agents and the account, and what runs have used.

create table question (
  id uuid primary key,
  conversation uuid not null references conversation (id),
  topic varchar(32) not null,
  asker_id varchar(255) not null,
  asker_handle varchar(255) not null,
  asker_name varchar(255) not null,
  direct boolean not null,
  agent uuid references agent (id),
  filter varchar(100) not null,
  page integer not null,
  stage varchar(16) not null,
  asked_at timestamp(6) with time zone not null
);
create index question_of_agent on question (agent, topic);

alter table run add column ending_tokens bigint;
alter table run add column ending_cents double precision;
