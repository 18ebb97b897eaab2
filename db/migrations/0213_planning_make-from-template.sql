-- What was made from a template says so, and is taken back as a whole while nobody has touched it.
create table planning.template_run (
  tenant_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  template_title text not null,
  parent_id uuid,
  task_ids uuid[] not null,
  account_id uuid,
  created_at timestamptz not null,
  constraint template_run_pkey primary key (tenant_id, id)
);
comment on table planning.template_run is 'One making of tasks from a template; its words stay when the template goes.';
comment on column planning.template_run.parent_id is 'The task whose parts were made; null where a task from above was made with them.';
comment on column planning.template_run.account_id is 'Who made them, and may take them back.';
alter table planning.template_run enable row level security;
create policy template_run_tenant on planning.template_run to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.template_run to sauro_app;

alter table planning.task add column template_run_id uuid;
alter table planning.task add column expected_evidence text;
comment on column planning.task.template_run_id is 'The making from a template that made it; no foreign key, for a thrown-away task comes back without it.';
comment on column planning.task.expected_evidence is 'What proof its template expects.';
