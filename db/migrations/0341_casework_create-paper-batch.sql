-- Several issued papers in one file, for printing: made by a job, kept for some days for the one who asked for it.
create table casework.paper_batch (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  lang text not null constraint paper_batch_lang check (lang in ('vi', 'en')),
  state text not null constraint paper_batch_state check (state in ('waiting', 'ready', 'failed')),
  failure text constraint paper_batch_failure check (failure in ('no-right', 'none', 'not-set')),
  paper_ids uuid[] not null,
  content_id uuid,
  byte_count bigint,
  sha256 bytea,
  created_at timestamptz not null,
  constraint paper_batch_pkey primary key (tenant_id, id),
  constraint paper_batch_papers check (cardinality(paper_ids) between 1 and 200),
  constraint paper_batch_whole check ((state = 'ready') = (content_id is not null) and (state = 'failed') = (failure is not null))
);
comment on table casework.paper_batch is 'Rows go some days after they were made, and their contents with them.';
comment on column casework.paper_batch.paper_ids is 'The papers that are in it: whoever takes it must still see each of them.';
alter table casework.paper_batch add constraint paper_batch_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.paper_batch add constraint paper_batch_content_fk foreign key (tenant_id, content_id) references platform.file_content (tenant_id, id);
create index paper_batch_content on casework.paper_batch (tenant_id, content_id) where content_id is not null;
create index paper_batch_account on casework.paper_batch (tenant_id, account_id, created_at);
alter table casework.paper_batch enable row level security;
create policy paper_batch_tenant on casework.paper_batch to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on casework.paper_batch to sauro_app;
