-- An amended plan takes the place of the one before; its tasks live on.
alter table planning.plan drop constraint plan_state;
alter table planning.plan add constraint plan_state check (state in ('issued', 'replaced'));
alter table planning.plan add column replaces_plan_id uuid;
alter table planning.plan add constraint plan_replaces_fk foreign key (tenant_id, replaces_plan_id) references planning.plan (tenant_id, id);
alter table planning.plan add constraint plan_replaces_key unique (tenant_id, replaces_plan_id);
comment on column planning.plan.replaces_plan_id is 'The version that this one took the place of; a plan is replaced once.';

alter table planning.task add column draft_row_id uuid;
comment on column planning.task.draft_row_id is 'The row of the issued draft that orders it; an amended plan gives it a new one.';
update planning.task t set draft_row_id = r.id
  from planning.plan p, lateral (
    select id, row_number() over (order by ordinal) - 1 as place
    from planning.plan_draft_row
    where tenant_id = p.tenant_id and draft_id = p.draft_id and kind = 'task' and state <> 'skipped') r
  where p.tenant_id = t.tenant_id and p.id = t.plan_id and r.place = t.ordinal;
create index task_draft_row on planning.task (tenant_id, draft_row_id);

alter table planning.task_event drop constraint task_event_kind;
alter table planning.task_event add constraint task_event_kind
  check (kind in ('imported', 'assigned', 'completed', 'cancelled', 'reopened', 'amended', 'dropped', 'restored'));
comment on column planning.task_event.kind is 'amended: a new version of the plan changed it. dropped: the new version no longer orders it. restored: that version was taken back.';
