-- The public list of communes is searched as every other list: exact marks first, the province's name counts too.
alter table directory.tenant add column folded text not null generated always as (platform.fold(name || ' ' || province_name)) stored;
alter table directory.tenant add column spelled text not null generated always as (platform.spell(name || ' ' || province_name)) stored;
create index tenant_folded on directory.tenant using gin (folded gin_trgm_ops);
create index tenant_commune_name on directory.tenant ((left(name, 100) collate "vi-x-icu"), id) where kind = 'commune';
