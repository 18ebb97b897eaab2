-- A list of the product as proof: asked for by a person, read by a job at one moment, and from then on a proof like any other.
create table casework.frozen_record (
  tenant_id uuid not null,
  id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  account_id uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  source text not null,
  query text not null,
  title text not null,
  lang text not null,
  state text not null constraint frozen_record_state check (state in ('waiting', 'ready', 'failed')),
  failure text,
  frozen_at timestamptz,
  row_count integer,
  conditions text[] not null default '{}',
  first_rows jsonb,
  evidence_id uuid,
  version integer,
  constraint frozen_record_pkey primary key (tenant_id, id),
  constraint frozen_record_evidence_key unique (tenant_id, evidence_id, version),
  constraint frozen_record_whole check (num_nonnulls(frozen_at, row_count, first_rows, evidence_id, version) = case when state = 'ready' then 5 else 0 end),
  constraint frozen_record_failed check ((state = 'failed') = (failure is not null))
);
comment on table casework.frozen_record is 'What of the product was kept as it stood at a moment, for a record that it proves; its rows are the content of the evidence version.';
comment on column casework.frozen_record.source is 'What was frozen: the address of a list, or the kind of a single record.';
comment on column casework.frozen_record.query is 'The filter of the list as in its address, or the id of the single record.';
comment on column casework.frozen_record.conditions is 'The filter in words, as the list called it at that moment.';
comment on column casework.frozen_record.first_rows is 'Heads and the first rows as texts, so that a page can show them without the file.';
alter table casework.frozen_record add constraint frozen_record_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.frozen_record add constraint frozen_record_version_fk foreign key (tenant_id, evidence_id, version) references casework.evidence_version (tenant_id, evidence_id, version);
create index frozen_record_unfinished on casework.frozen_record (tenant_id, record_kind, record_id) where state <> 'ready';
alter table casework.frozen_record enable row level security;
create policy frozen_record_tenant on casework.frozen_record to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.frozen_record to sauro_app;
