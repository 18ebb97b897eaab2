-- Proofs are found by name and number, to be used for a second record.
alter table casework.evidence_version add column folded text not null generated always as (platform.fold(title || ' ' || coalesce(number, ''))) stored;
alter table casework.evidence_version add column spelled text not null generated always as (platform.spell(title || ' ' || coalesce(number, ''))) stored;
create index evidence_version_folded on casework.evidence_version using gin (folded gin_trgm_ops);
