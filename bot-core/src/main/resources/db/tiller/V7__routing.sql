-- Written for H2 2.5 in PostgreSQL mode and PostgreSQL 16 and later alike.

-- Where the values of a launch came from: a word, and what people are told beyond it.
alter table agent alter column repository_source set data type varchar(400);
alter table agent add column branch_source varchar(400);
alter table agent add column model_source varchar(400);
alter table agent add column auto_pr_source varchar(400);
update agent set
  repository_source = case when repository_source = 'MESSAGE' then 'option repo=' else 'configured' end,
  branch_source = case when branch is null then 'service' else 'option branch=' end,
  model_source = case when model is null then 'service' else 'option model=' end,
  auto_pr_source = 'usual';
alter table agent alter column branch_source set not null;
alter table agent alter column model_source set not null;
alter table agent alter column auto_pr_source set not null;

-- The repository that the request was given to instead.
alter table agent add column moved_to varchar(2048);

-- Requests that wait until their author has chosen something.
create table draft (
  id uuid primary key,
  conversation uuid not null references conversation (id),
  -- JSON
  message varchar not null,
  want varchar(16) not null,
  repository varchar(2048),
  model varchar(255),
  stage varchar(16) not null,
  asked_at timestamp(6) with time zone not null
);
