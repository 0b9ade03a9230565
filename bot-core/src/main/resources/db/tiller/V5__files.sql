-- How many pictures and films there were to look at when a run had ended.

alter table run add column ending_files integer not null default 0;
