-- One deed on many rows: what was asked, and what became of each row.
create table lists.bulk_run (
  tenant_id uuid not null,
  id uuid not null,
  list text not null,
  deed text not null,
  input jsonb not null,
  account_id uuid not null,
  state text not null constraint bulk_run_state check (state in ('running', 'done', 'undoing', 'undone')),
  row_count integer not null,
  started_at timestamptz not null,
  constraint bulk_run_pkey primary key (tenant_id, id)
);
comment on table lists.bulk_run is 'A deed on many rows of a list, by one person at one time.';
comment on column lists.bulk_run.input is 'What the person filled in, the same for each row.';

create table lists.bulk_row (
  tenant_id uuid not null,
  run_id uuid not null,
  ordinal integer not null,
  record_id uuid not null,
  label text not null,
  outcome text not null constraint bulk_row_outcome check (outcome in ('waiting', 'done', 'refused', 'undone', 'not-undone')),
  reason text,
  undo jsonb,
  constraint bulk_row_pkey primary key (tenant_id, run_id, ordinal)
);
comment on table lists.bulk_row is 'One row of a run: done, or refused with the reason.';
comment on column lists.bulk_row.undo is 'What it takes to put the record back as it was, while nobody changed it since.';
alter table lists.bulk_row add constraint bulk_row_run_fk foreign key (tenant_id, run_id) references lists.bulk_run (tenant_id, id);
create index bulk_row_outcome on lists.bulk_row (tenant_id, run_id, outcome, ordinal);

alter table lists.bulk_run enable row level security;
create policy bulk_run_tenant on lists.bulk_run to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table lists.bulk_row enable row level security;
create policy bulk_row_tenant on lists.bulk_row to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on lists.bulk_run, lists.bulk_row to sauro_app;
