-- Who did what, to which record, when, and what changed: written in the transaction of the act itself.
create table platform.audit_line (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  act text not null,
  actor_kind text not null constraint audit_line_actor_kind check (actor_kind in ('person', 'system')),
  actor_id uuid,
  actor_name text not null,
  record_kind text not null,
  record_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  constraint audit_line_pkey primary key (tenant_id, at, id)
);
comment on table platform.audit_line is 'Append only: the app role may insert and read, never change or delete.';
comment on column platform.audit_line.actor_name is 'The name at that moment, so that the line stays readable when the officer has left.';

create index audit_line_record on platform.audit_line (tenant_id, record_kind, record_id, at desc);
alter table platform.audit_line add constraint audit_line_tenant_fk foreign key (tenant_id) references directory.tenant (id);

alter table platform.audit_line enable row level security;
create policy audit_line_tenant on platform.audit_line to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert on platform.audit_line to sauro_app;
