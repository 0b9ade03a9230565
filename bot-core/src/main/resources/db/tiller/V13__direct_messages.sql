-- Messages that one person alone gets, in a direct message; null for what a thread reads.

alter table outgoing_message add column reader_id varchar(255);
alter table outgoing_message add column reader_handle varchar(255);
alter table outgoing_message add column reader_name varchar(255);
