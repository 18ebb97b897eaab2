-- Which tasks were chased by a paper, and from when on the office calls a late task red.
create table planning.chasing_rules (
  tenant_id uuid not null,
  yellow_working_days integer not null constraint chasing_rules_yellow check (yellow_working_days between 1 and 60),
  version integer not null default 1,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint chasing_rules_pkey primary key (tenant_id)
);
comment on table planning.chasing_rules is 'What the office sets for its own sheets; no law says it.';
comment on column planning.chasing_rules.yellow_working_days is 'A task late by so many working days at most is yellow, by more red.';
alter table planning.chasing_rules enable row level security;
create policy chasing_rules_tenant on planning.chasing_rules to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on planning.chasing_rules to sauro_app;

create view planning.published_chased_task with (security_invoker = true) as
  select tenant_id, paper_id, record_id as task_id, unit_id, at
  from casework.published_issued_paper_record
  where record_kind = 'task' and kind in ('reminder-letter', 'reminder-sheet') and state <> 'withdrawn';
comment on view planning.published_chased_task is 'Each task that an issued letter or sheet asks its unit for; withdrawn papers chase nobody.';
grant select on planning.published_chased_task to sauro_app;
