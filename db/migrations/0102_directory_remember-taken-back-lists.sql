-- What taking a list back ended, so that exactly this comes back with it.
alter table directory.officer_import
  add column ended_officer_ids uuid[] not null default '{}',
  add column ended_unit_ids uuid[] not null default '{}';
comment on column directory.officer_import.ended_officer_ids is 'The officers that taking the list back ended; those who had left before are not among them.';
