-- What a group of targets is for, and which task is for which target (docs/decisions/0050).
create table planning.objective (
  tenant_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  first_plan_id uuid not null,
  section_id uuid,
  source text not null constraint objective_source check (source in ('section', 'plan', 'hand')),
  ordinal integer not null,
  title text not null,
  owner_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz,
  constraint objective_pkey primary key (tenant_id, id),
  constraint objective_removed check (removed_at is null or source = 'hand')
);
comment on table planning.objective is 'What a group of targets of a plan is for. Lives on in the version that takes the plan''s place.';
comment on column planning.objective.source is 'section: a section of the plan; plan: what the plan promises outside its sections; hand: added by a person.';
comment on column planning.objective.first_plan_id is 'The version for which it was made; another than plan_id once it has been taken over.';
comment on column planning.objective.owner_id is 'The officer who answers for it.';
comment on column planning.objective.removed_at is 'Since when it is in the trash.';
alter table planning.objective add constraint objective_plan_fk foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id);
alter table planning.objective add constraint objective_section_fk foreign key (tenant_id, section_id) references planning.plan_section (tenant_id, id);
alter table planning.objective add constraint objective_owner_fk foreign key (tenant_id, owner_id) references directory.officer (tenant_id, id);
create index objective_plan on planning.objective (tenant_id, plan_id, ordinal, id);

create table planning.objective_event (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  objective_id uuid not null,
  kind text not null constraint objective_event_kind check (kind in ('added', 'edited', 'discarded', 'restored', 'target-placed')),
  actor_name text not null,
  reason text not null default '',
  detail jsonb not null default '{}',
  constraint objective_event_pkey primary key (tenant_id, at, id)
);
comment on table planning.objective_event is 'What people did to an objective, oldest first; rows are never changed.';
comment on column planning.objective_event.detail is 'How it was called before, or the target that was placed under it.';
alter table planning.objective_event add constraint objective_event_objective_fk foreign key (tenant_id, objective_id) references planning.objective (tenant_id, id);
create index objective_event_objective on planning.objective_event (tenant_id, objective_id, at);

alter table planning.target add column objective_id uuid;
comment on column planning.target.objective_id is 'What it is promised for; null until its plan has objectives.';
alter table planning.target add column is_placed boolean not null default false;
comment on column planning.target.is_placed is 'A person put it under its objective; else the plan did.';
alter table planning.target add constraint target_objective_fk foreign key (tenant_id, objective_id) references planning.objective (tenant_id, id);
create index target_objective on planning.target (tenant_id, objective_id);

create table planning.task_target (
  tenant_id uuid not null,
  task_id uuid not null,
  target_id uuid not null,
  origin text not null constraint task_target_origin check (origin in ('plan', 'proposal', 'hand')),
  batch_id uuid not null,
  created_at timestamptz not null,
  constraint task_target_pkey primary key (tenant_id, task_id, target_id)
);
comment on table planning.task_target is 'The task is for the target; of a recurring task the series is linked, and each of its occurrences counts.';
comment on column planning.task_target.origin is 'plan: the target stands in the task''s own row; proposal: accepted by a person; hand: chosen by a person.';
comment on column planning.task_target.batch_id is 'What was linked together, and is taken back together.';
alter table planning.task_target add constraint task_target_task_fk foreign key (tenant_id, task_id) references planning.task (tenant_id, id);
alter table planning.task_target add constraint task_target_target_fk foreign key (tenant_id, target_id) references planning.target (tenant_id, id);
create index task_target_target on planning.task_target (tenant_id, target_id, task_id);
create index task_target_batch on planning.task_target (tenant_id, batch_id);

alter table planning.objective enable row level security;
create policy objective_tenant on planning.objective to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.objective_event enable row level security;
create policy objective_event_tenant on planning.objective_event to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table planning.task_target enable row level security;
create policy task_target_tenant on planning.task_target to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.objective, planning.task_target to sauro_app;
grant select, insert, delete on planning.objective_event to sauro_app;
