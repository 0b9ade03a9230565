-- What people think of runs; one opinion for each person and run.

create table feedback (
  run uuid not null references run (id),
  person_id varchar(255) not null,
  person_handle varchar(255) not null,
  person_name varchar(255) not null,
  conversation uuid not null references conversation (id),
  verdict varchar(8) not null,
  words varchar not null,
  at_time timestamp(6) with time zone not null,
  primary key (run, person_id)
);

create index feedback_by_time on feedback (at_time);
