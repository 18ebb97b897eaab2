-- Work that comes again and again is written down once, with its parts and their days (docs/decisions/0048).
create table planning.task_template (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  activity text,
  product text,
  evidence text,
  note text,
  lead_unit_id uuid,
  coordinating_unit_ids uuid[] not null default '{}',
  due_working_days integer constraint task_template_due check (due_working_days between 0 and 500),
  steps jsonb not null,
  source text,
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  discarded_at timestamptz,
  constraint task_template_pkey primary key (tenant_id, id),
  constraint task_template_steps check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) <= 20)
);
comment on table planning.task_template is 'A task with its parts from which tasks are made; always read and written as a whole.';
comment on column planning.task_template.due_working_days is 'Working days after the beginning; 0 is the day of the beginning.';
comment on column planning.task_template.evidence is 'What proof is expected of the task.';
comment on column planning.task_template.steps is 'The parts in their order: title, product, evidence, leadUnitId, dueWorkingDays, after (numbers of parts, from 1).';
comment on column planning.task_template.source is 'Where a template that came with the product has its words from.';
comment on column planning.task_template.discarded_at is 'Since when it is in the trash.';
alter table planning.task_template add constraint task_template_unit_fk foreign key (tenant_id, lead_unit_id) references directory.unit (tenant_id, id);
create index task_template_changed on planning.task_template (tenant_id, changed_at desc, id desc) where discarded_at is null;
alter table planning.task_template enable row level security;
create policy task_template_tenant on planning.task_template to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.task_template to sauro_app;
