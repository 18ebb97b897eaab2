-- Letters of mornings are kept as long as notices.
insert into platform.retention_rule (what, valid_from, days) values ('digest', '2020-01-01', 180);
