-- Evidence put together into one file to be taken along: made by a job, kept for some days for the one who asked.
create table casework.evidence_package (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  record_kind text not null,
  title text not null,
  query text not null,
  record_id uuid,
  lang text not null,
  state text not null constraint evidence_package_state check (state in ('waiting', 'ready', 'failed')),
  failure text,
  record_ids uuid[] not null default '{}',
  file_count integer not null default 0,
  left_out_count integer not null default 0,
  content_id uuid,
  byte_count bigint,
  sha256 bytea,
  created_at timestamptz not null,
  constraint evidence_package_pkey primary key (tenant_id, id),
  constraint evidence_package_whole check ((state = 'ready') = (content_id is not null))
);
comment on table casework.evidence_package is 'Rows go some days after they were made, and their contents with them.';
comment on column casework.evidence_package.query is 'The filter of the list whose records were asked for; empty where record_id names one.';
comment on column casework.evidence_package.record_ids is 'The records that are in it: whoever takes it must still see each of them.';
alter table casework.evidence_package add constraint evidence_package_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.evidence_package add constraint evidence_package_content_fk foreign key (tenant_id, content_id) references platform.file_content (tenant_id, id);
create index evidence_package_content on casework.evidence_package (tenant_id, content_id) where content_id is not null;
create index evidence_package_account on casework.evidence_package (tenant_id, account_id, created_at);
alter table casework.evidence_package enable row level security;
create policy evidence_package_tenant on casework.evidence_package to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.evidence_package to sauro_app;
