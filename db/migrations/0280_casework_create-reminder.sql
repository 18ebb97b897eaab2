-- What somebody was reminded of, once for a matter, a person, a deadline and a step: a second run finds it told.
create table casework.reminder (
  tenant_id uuid not null,
  at timestamptz not null,
  id uuid not null,
  on_date date not null,
  kind text not null constraint reminder_kind check (kind in ('reminder', 'escalation')),
  record_kind text not null,
  record_id uuid not null,
  officer_id uuid not null,
  unit_id uuid,
  due_on date not null,
  first_due_on date,
  step text not null,
  days_late integer not null,
  is_covered boolean not null default false,
  notice_id uuid,
  substitute_id uuid,
  substitute_notice_id uuid,
  constraint reminder_pkey primary key (tenant_id, at, id),
  constraint reminder_once unique (tenant_id, record_kind, record_id, officer_id, due_on, step),
  constraint reminder_substitute check (substitute_notice_id is null or substitute_id is not null)
);
comment on table casework.reminder is 'Who was reminded of what, never changed: the proof that work was followed up.';
comment on column casework.reminder.on_date is 'The working day of the morning on which it was told.';
comment on column casework.reminder.unit_id is 'The unit that answers for the matter on that day.';
comment on column casework.reminder.due_on is 'The deadline as it was then.';
comment on column casework.reminder.first_due_on is 'The deadline as first set, where it was another one.';
comment on column casework.reminder.step is 'Such as before-3, on-the-day, late-4, or the step of a ladder.';
comment on column casework.reminder.days_late is 'Working days after the deadline; negative before it, zero on its day.';
comment on column casework.reminder.is_covered is 'Told with something stronger of the same matter on the same morning, in the same notice.';
comment on column casework.reminder.substitute_id is 'Who stood in for the person on that day, and was told too.';
alter table casework.reminder add constraint reminder_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.reminder add constraint reminder_officer_fk foreign key (tenant_id, officer_id) references directory.officer (tenant_id, id);
alter table casework.reminder add constraint reminder_unit_fk foreign key (tenant_id, unit_id) references directory.unit (tenant_id, id);
create index reminder_record on casework.reminder (tenant_id, record_kind, record_id, at);
create index reminder_officer on casework.reminder (tenant_id, officer_id, at);
create index reminder_notice on casework.reminder (tenant_id, notice_id);

-- One morning of one office: what was gone through, and when.
create table casework.reminder_run (
  tenant_id uuid not null,
  id uuid not null,
  on_date date not null,
  matters integer not null default 0,
  reminders integer not null default 0,
  began_at timestamptz not null,
  ended_at timestamptz,
  constraint reminder_run_pkey primary key (tenant_id, id),
  constraint reminder_run_day unique (tenant_id, on_date)
);
comment on table casework.reminder_run is 'The morning round of each working day; without an end it was broken off, and is taken up again.';
alter table casework.reminder_run add constraint reminder_run_tenant_fk foreign key (tenant_id) references directory.tenant (id);
alter table casework.reminder enable row level security;
create policy reminder_tenant on casework.reminder to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
alter table casework.reminder_run enable row level security;
create policy reminder_run_tenant on casework.reminder_run to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update on casework.reminder, casework.reminder_run to sauro_app;

create view casework.published_reminder with (security_invoker = true) as
  select tenant_id, at, id, on_date, kind, record_kind, record_id, officer_id, unit_id, due_on, first_due_on, step,
    days_late, notice_id, substitute_id, substitute_notice_id
  from casework.reminder where not is_covered;
comment on view casework.published_reminder is 'What people were reminded of, for other modules.';
grant select on casework.published_reminder to sauro_app;
