-- A tenant makes roles of its own beside the built-in ones, and puts them aside without losing them.
alter table directory.role add column name text, add column ended_at timestamptz;
alter table directory.role add constraint role_name_length check (length(name) between 1 and 80);
comment on column directory.role.name is 'What the tenant calls a role of its own; null for the built-in ones, whose names are texts.';
comment on column directory.role.ended_at is 'A role that is put aside gives no rights; it can be taken up again.';
