-- A task from above stands on a document of a higher body in place of a plan; otherwise it is a task like any other.
alter table planning.task alter column plan_id drop not null;
alter table planning.task add column from_number text;
alter table planning.task add column from_on date;
alter table planning.task add column from_issuer text;
comment on column planning.task.plan_id is 'The plan that orders it; null for a task from above.';
comment on column planning.task.from_number is 'The number of the document of a higher body that orders it.';
comment on column planning.task.from_on is 'The day of that document.';
comment on column planning.task.from_issuer is 'The body that issued that document.';
alter table planning.task add constraint task_origin check (
  (plan_id is null or from_number is null)
  and (from_number is null) = (from_on is null) and (from_number is null) = (from_issuer is null)
  and (from_number is null or section_id is null));
create index task_from_above on planning.task (tenant_id, from_number) where from_number is not null;

create table planning.discarded_task (
  tenant_id uuid not null,
  id uuid not null,
  image jsonb not null,
  constraint discarded_task_pkey primary key (tenant_id, id)
);
comment on table planning.discarded_task is 'A task from above that was entered by mistake and thrown away, as it stood, until it is purged.';
alter table planning.discarded_task enable row level security;
create policy discarded_task_tenant on planning.discarded_task to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.discarded_task to sauro_app;
