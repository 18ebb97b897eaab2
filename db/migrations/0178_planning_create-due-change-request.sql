-- A deadline that was set is changed by whoever may decide, or asked for by whoever may not; one open request a task.
create table planning.due_change_request (
  tenant_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  from_on date not null,
  to_on date not null,
  reason text not null constraint due_change_request_reason check (reason <> ''),
  state text not null default 'open'
    constraint due_change_request_state check (state in ('open', 'granted', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by_name text,
  decision_note text,
  constraint due_change_request_pkey primary key (tenant_id, id),
  constraint due_change_request_days check (from_on <> to_on),
  constraint due_change_request_decided check
    ((state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by_name is null))
);
comment on table planning.due_change_request is 'Somebody asked for another deadline of a task, with what became of it.';
comment on column planning.due_change_request.asked_by is 'The account that asked; it may take the request back.';
comment on column planning.due_change_request.from_on is 'The deadline of the task when it was asked.';
alter table planning.due_change_request add constraint due_change_request_task_fk
  foreign key (tenant_id, task_id) references planning.task (tenant_id, id);
create unique index due_change_request_open on planning.due_change_request (tenant_id, task_id) where state = 'open';
create index due_change_request_task on planning.due_change_request (tenant_id, task_id, asked_at);
alter table planning.due_change_request enable row level security;
create policy due_change_request_tenant on planning.due_change_request to sauro_app
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
grant select, insert, update, delete on planning.due_change_request to sauro_app;

alter table planning.task_event drop constraint task_event_kind;
alter table planning.task_event add constraint task_event_kind check (kind in
  ('imported', 'assigned', 'accepted', 'declined', 'started', 'submitted', 'withdrawn', 'approved', 'sent-back',
   'event-recorded', 'completed', 'cancelled', 'reopened', 'amended', 'dropped', 'restored', 'taken-back',
   'due-changed', 'due-change-asked', 'due-change-granted', 'due-change-refused', 'due-change-withdrawn', 'entered'));
