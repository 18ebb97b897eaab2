-- Tasks and targets rank exact marks first; plans and drafts can be searched like them.
alter table planning.task add column spelled text not null generated always as (platform.spell(
  code || ' ' || title || ' ' || coalesce(activity, '') || ' ' || coalesce(product, '') || ' ' || coalesce(objective, ''))) stored;
alter table planning.target add column spelled text not null generated always as (platform.spell(text || ' ' || coalesce(metric, ''))) stored;
create index target_folded on planning.target using gin (folded gin_trgm_ops);

alter table planning.plan add column folded text not null generated always as (platform.fold(
  title || ' ' || coalesce(number, '') || ' ' || year_from || ' ' || coalesce(issuer, ''))) stored;
alter table planning.plan add column spelled text not null generated always as (platform.spell(
  title || ' ' || coalesce(number, '') || ' ' || year_from || ' ' || coalesce(issuer, ''))) stored;
alter table planning.plan_draft add column folded text not null generated always as (platform.fold(
  coalesce(head ->> 'title', '') || ' ' || coalesce(head ->> 'number', '') || ' ' || coalesce(file_name, '') || ' ' || coalesce(origin_words, ''))) stored;
alter table planning.plan_draft add column spelled text not null generated always as (platform.spell(
  coalesce(head ->> 'title', '') || ' ' || coalesce(head ->> 'number', '') || ' ' || coalesce(file_name, '') || ' ' || coalesce(origin_words, ''))) stored;
