-- A list of tasks from above that was entered at once is thrown away at once.
create table planning.task_list (
  tenant_id uuid not null,
  id uuid not null,
  task_ids uuid[] not null,
  actor_name text not null,
  created_at timestamptz not null,
  constraint task_list_pkey primary key (tenant_id, id)
);
comment on table planning.task_list is 'One list of tasks from above that was entered in one act.';
alter table planning.task_list enable row level security;
create policy task_list_tenant on planning.task_list to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.task_list to sauro_app;
