-- Whether a reminder moved anything is told by who did the next step; names alone can be those of two people.
alter table planning.task_event add column officer_id uuid;
comment on column planning.task_event.officer_id is 'Who did it; null for the clock, for programs, and for what happened before this was kept.';
create view planning.published_task_step with (security_invoker = true) as
  select e.tenant_id, e.task_id, e.at, e.id, e.kind, e.officer_id, p.unit_id
  from planning.task_event e
  join directory.published_officer p on p.tenant_id = e.tenant_id and p.id = e.officer_id
  where e.kind not in ('imported', 'entered', 'occurrences-made', 'amended', 'dropped', 'restored', 'taken-back');
comment on view planning.published_task_step is 'What people have done to tasks, with the unit in which they stand, for other modules.';
grant select on planning.published_task_step to sauro_app;
