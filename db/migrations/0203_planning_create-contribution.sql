-- What a coordinating unit has done towards a task. A coordinating unit without a row has been asked and has not answered.
create table planning.contribution (
  tenant_id uuid not null,
  task_id uuid not null,
  unit_id uuid not null,
  stage text not null constraint contribution_stage check (stage in ('asked', 'accepted', 'contributed', 'declined', 'sent-back')),
  officer_id uuid,
  text text,
  reason text,
  contributed_on date,
  version integer not null default 1,
  constraint contribution_pkey primary key (tenant_id, task_id, unit_id),
  constraint contribution_said check (case stage
    when 'contributed' then text is not null and contributed_on is not null
    when 'declined' then reason is not null
    when 'sent-back' then text is not null and reason is not null
    else true end)
);
comment on table planning.contribution is 'The answer of one coordinating unit to one task; whether the unit still coordinates says task_unit.';
comment on column planning.contribution.officer_id is 'Who of the unit is in charge of it.';
comment on column planning.contribution.text is 'What was contributed last; it stays after being sent back.';
comment on column planning.contribution.reason is 'Why it was declined or sent back.';
alter table planning.contribution add constraint contribution_task_fk foreign key (tenant_id, task_id) references planning.task (tenant_id, id);
alter table planning.contribution add constraint contribution_unit_fk foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
alter table planning.contribution add constraint contribution_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
create index contribution_officer on planning.contribution (tenant_id, officer_id, stage) where officer_id is not null;
alter table planning.contribution enable row level security;
create policy contribution_tenant on planning.contribution to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.contribution to sauro_app;
