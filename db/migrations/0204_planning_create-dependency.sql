-- A task that begins only when another is finished.
create table planning.dependency (
  tenant_id uuid not null,
  task_id uuid not null,
  predecessor_id uuid not null,
  created_at timestamptz not null,
  constraint dependency_pkey primary key (tenant_id, task_id, predecessor_id),
  constraint dependency_self check (task_id <> predecessor_id)
);
comment on table planning.dependency is 'The task waits for its predecessor: finish before start. Never a circle; whoever adds holds the tenant''s lock.';
alter table planning.dependency add constraint dependency_task_fk foreign key (tenant_id, task_id) references planning.task (tenant_id, id);
alter table planning.dependency add constraint dependency_predecessor_fk foreign key (tenant_id, predecessor_id) references planning.task (tenant_id, id);
create index dependency_predecessor on planning.dependency (tenant_id, predecessor_id);
alter table planning.dependency enable row level security;
create policy dependency_tenant on planning.dependency to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.dependency to sauro_app;
