-- Events of before tell their step by what they were; an assignment that was the last word tells it by the task.
update planning.task_event set stage = case kind
  when 'accepted' then 'accepted' when 'declined' then 'draft' when 'started' then 'in-progress'
  when 'submitted' then 'submitted' when 'withdrawn' then 'in-progress' when 'approved' then 'done'
  when 'sent-back' then 'sent-back' when 'event-recorded' then 'assigned' when 'completed' then 'done'
  when 'cancelled' then 'cancelled' when 'dropped' then 'cancelled' when 'reopened' then 'in-progress'
  when 'assigned' then 'assigned' end;
-- A deed that was taken back led to the step before that deed.
update planning.task_event e set stage = coalesce((
    select b.stage from planning.task_event b
    where b.tenant_id = e.tenant_id and b.task_id = e.task_id and b.stage is not null
      and (b.at, b.id) < (e.at, e.id) order by b.at desc, b.id desc offset 1 limit 1), 'draft')
  where e.kind = 'taken-back';
update planning.task_event e set stage = t.stage from planning.task t
  where t.tenant_id = e.tenant_id and t.id = e.task_id and e.kind in ('assigned', 'reopened', 'taken-back', 'event-recorded')
    and not exists (select 1 from planning.task_event n
      where n.tenant_id = e.tenant_id and n.task_id = e.task_id and (n.at, n.id) > (e.at, e.id));
