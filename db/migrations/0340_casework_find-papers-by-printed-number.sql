-- A paper is looked for by its number as it is printed (01/UBND) and as it is said (1/UBND).
alter table casework.issued_paper drop column folded, drop column spelled;
alter table casework.issued_paper
  add column folded text not null generated always as (platform.fold(subject || ' '
    || case when number < 10 then '0' else '' end || coalesce(number::text, '') || '/' || symbol || ' '
    || case when number < 10 then number::text || '/' || symbol || ' ' else '' end || signer_name)) stored,
  add column spelled text not null generated always as (platform.spell(subject || ' '
    || case when number < 10 then '0' else '' end || coalesce(number::text, '') || '/' || symbol || ' '
    || case when number < 10 then number::text || '/' || symbol || ' ' else '' end || signer_name)) stored;
create index issued_paper_folded on casework.issued_paper using gin (folded gin_trgm_ops);
create index issued_paper_spelled on casework.issued_paper using gin (spelled gin_trgm_ops);
