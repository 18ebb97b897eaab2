-- A plan on its way in: the file, what was read from it, and the rows as the officer has mended them.
create table planning.plan_import (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_size integer not null,
  file_sha256 bytea not null,
  state text not null constraint plan_import_state check (state in ('reading', 'refused', 'review', 'stored', 'discarded')),
  refusal_code text,
  lines jsonb,
  head jsonb,
  plan_id uuid,
  made_unit_ids jsonb not null default '[]',
  version integer not null default 1,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  stored_at timestamptz,
  constraint plan_import_pkey primary key (tenant_id, id),
  constraint plan_import_refused check ((state = 'refused') = (refusal_code is not null)),
  constraint plan_import_stored check ((state = 'stored') = (plan_id is not null))
);
comment on table planning.plan_import is 'One reading of one file, from upload to stored plan; undo brings it back to review.';
comment on column planning.plan_import.lines is 'The text of the source, one string a line, as shown beside the rows.';
comment on column planning.plan_import.made_unit_ids is 'Units that storing made, which undo takes away again when nothing else uses them.';
comment on column planning.plan_import.head is 'Title, number, date, years, signer and the other facts of the plan as a whole.';

create table planning.plan_import_file (
  tenant_id uuid not null,
  import_id uuid not null,
  content bytea not null,
  constraint plan_import_file_pkey primary key (tenant_id, import_id)
);
comment on table planning.plan_import_file is 'The file as uploaded, apart from its import so that lists never read it.';

create table planning.plan_import_row (
  tenant_id uuid not null,
  import_id uuid not null,
  id uuid not null,
  kind text not null constraint plan_import_row_kind check (kind in ('section', 'task', 'target', 'report', 'citation')),
  ordinal integer not null,
  data jsonb not null,
  original jsonb not null,
  doubts jsonb not null default '[]',
  state text not null default 'unseen' constraint plan_import_row_state check (state in ('unseen', 'accepted', 'skipped')),
  version integer not null default 1,
  constraint plan_import_row_pkey primary key (tenant_id, import_id, id)
);
comment on table planning.plan_import_row is 'One row that was read; data is what will be stored, original what the reader gave.';

alter table planning.plan_import add constraint plan_import_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table planning.plan_import_file add constraint plan_import_file_import_fk foreign key (tenant_id, import_id) references planning.plan_import (tenant_id, id);
alter table planning.plan_import_row add constraint plan_import_row_import_fk foreign key (tenant_id, import_id) references planning.plan_import (tenant_id, id);
create index plan_import_created on planning.plan_import (tenant_id, created_at desc);
create index plan_import_row_order on planning.plan_import_row (tenant_id, import_id, kind, ordinal);

alter table planning.plan_import enable row level security;
create policy plan_import_tenant on planning.plan_import to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.plan_import_file enable row level security;
create policy plan_import_file_tenant on planning.plan_import_file to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.plan_import_row enable row level security;
create policy plan_import_row_tenant on planning.plan_import_row to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.plan_import, planning.plan_import_file, planning.plan_import_row to sauro_app;
