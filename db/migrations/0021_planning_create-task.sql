-- A task: the row as it stands, its units, and the events that made it so.
create table planning.task (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  section_id uuid,
  ordinal integer not null,
  code text not null,
  objective text,
  title text not null,
  activity text,
  product text,
  chair_leader text,
  lead_unit_id uuid,
  assignee_id uuid,
  approver_id uuid,
  due_text text,
  due_kind text constraint task_due_kind check (due_kind in
    ('date', 'month', 'quarters', 'year', 'ongoing', 'recurring', 'on-request', 'after-event')),
  due_from date,
  due_on date,
  due jsonb,
  note text,
  origin_lines jsonb not null default '[]',
  state text not null default 'open' constraint task_state check (state in ('open', 'done', 'cancelled')),
  closed_on date,
  closing_text text,
  version integer not null default 1,
  created_at timestamptz not null,
  folded text not null generated always as (platform.fold(
    code || ' ' || title || ' ' || coalesce(activity, '') || ' ' || coalesce(product, '') || ' ' || coalesce(objective, ''))) stored,
  constraint task_pkey primary key (tenant_id, id),
  constraint task_closed check ((state = 'open') = (closed_on is null) and (state = 'open' or closing_text is not null))
);
comment on table planning.task is 'A thing to do, with lead unit, deadline and product.';
comment on column planning.task.due_on is 'The last day of the deadline as printed. Null where no day can be named.';
comment on column planning.task.due is 'The parsed deadline with its recurrence or event, as the reader gave it.';
comment on column planning.task.closing_text is 'Done: the product handed in. Cancelled: the reason.';
comment on column planning.task.version is 'Raised by every change, so that two editors see the conflict.';

create table planning.task_unit (
  tenant_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  part text not null constraint task_unit_part check (part in ('lead', 'coordinating')),
  ordinal integer not null,
  constraint task_unit_pkey primary key (tenant_id, task_id, unit_id, part)
);
comment on table planning.task_unit is 'The units of a task; the first lead is also in task.lead_unit_id, the one that answers.';

create table planning.task_event (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  task_id uuid not null,
  kind text not null constraint task_event_kind check (kind in ('imported', 'assigned', 'completed', 'cancelled', 'reopened')),
  actor_name text not null,
  detail jsonb not null default '{}',
  constraint task_event_pkey primary key (tenant_id, at, id)
);
comment on table planning.task_event is 'What happened to a task, oldest first; rows are never changed.';

alter table planning.task add constraint task_plan_fk foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
alter table planning.task add constraint task_section_fk foreign key (tenant_id, section_id) references planning.plan_section (tenant_id, id);
alter table planning.task add constraint task_lead_unit_fk foreign key (tenant_id, lead_unit_id) references directory.unit (tenant_id, id);
alter table planning.task add constraint task_assignee_fk foreign key (tenant_id, assignee_id) references directory.officer (tenant_id, id);
alter table planning.task add constraint task_approver_fk foreign key (tenant_id, approver_id) references directory.officer (tenant_id, id);
alter table planning.task_unit add constraint task_unit_task_fk foreign key (tenant_id, task_id) references planning.task (tenant_id, id);
alter table planning.task_unit add constraint task_unit_unit_fk foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table planning.task_event add constraint task_event_task_fk foreign key (tenant_id, task_id) references planning.task (tenant_id, id);

create index task_order on planning.task (tenant_id, ordinal, id);
create index task_plan on planning.task (tenant_id, plan_id, ordinal);
create index task_due on planning.task (tenant_id, state, due_on);
create index task_lead on planning.task (tenant_id, lead_unit_id, state);
create index task_assignee on planning.task (tenant_id, assignee_id, state);
create index task_folded on planning.task using gin (folded gin_trgm_ops);
create index task_unit_unit on planning.task_unit (tenant_id, unit_id);
create index task_event_task on planning.task_event (tenant_id, task_id, at);

alter table planning.task enable row level security;
create policy task_tenant on planning.task to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.task_unit enable row level security;
create policy task_unit_tenant on planning.task_unit to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.task_event enable row level security;
create policy task_event_tenant on planning.task_event to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.task, planning.task_unit, planning.task_event to sauro_app;
