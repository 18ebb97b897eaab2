-- Names of the organisation rank exact marks first, and sign-in names are found by their parts.
alter table directory.unit add column spelled text not null generated always as (platform.spell(name)) stored;
alter table directory.officer add column spelled text not null generated always as (platform.spell(full_name)) stored;
alter table directory.account add column folded text not null generated always as (platform.fold(sign_in_name)) stored;
alter table directory.account add column spelled text not null generated always as (platform.spell(sign_in_name)) stored;
comment on column directory.account.folded is 'The sign-in name as words.';
