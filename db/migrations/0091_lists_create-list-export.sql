-- A file of all rows of a filter, made in the background and kept for some days.
create table lists.list_export (
  tenant_id uuid not null,
  id uuid not null,
  list text not null,
  query text not null,
  columns jsonb not null,
  format text not null constraint list_export_format check (format in ('xlsx', 'csv')),
  lang text not null,
  account_id uuid not null,
  state text not null constraint list_export_state check (state in ('waiting', 'ready', 'failed')),
  rows_done integer not null,
  rows_expected integer not null,
  created_at timestamptz not null,
  constraint list_export_pkey primary key (tenant_id, id)
);
comment on table lists.list_export is 'A file of a list that is made in the background, for the account that asked for it.';
comment on column lists.list_export.rows_expected is 'As counted when it was asked for; exact up to ten thousand.';

create table lists.list_export_piece (
  tenant_id uuid not null,
  export_id uuid not null,
  ordinal integer not null,
  content bytea not null,
  constraint list_export_piece_pkey primary key (tenant_id, export_id, ordinal)
);
comment on table lists.list_export_piece is 'The file in pieces, so that neither making nor sending it holds it whole.';
alter table lists.list_export_piece add constraint list_export_piece_export_fk foreign key (tenant_id, export_id) references lists.list_export (tenant_id, id);
create index list_export_age on lists.list_export (tenant_id, created_at);

alter table lists.list_export enable row level security;
create policy list_export_tenant on lists.list_export to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table lists.list_export_piece enable row level security;
create policy list_export_piece_tenant on lists.list_export_piece to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on lists.list_export, lists.list_export_piece to sauro_app;
