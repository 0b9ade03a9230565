-- The messages before its own that go out with a run, to find the run by.

create table run_message (
  message varchar(255) not null,
  run uuid not null references run (id),
  primary key (message, run)
);
