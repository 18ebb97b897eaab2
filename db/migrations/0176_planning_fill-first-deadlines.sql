-- The earliest deadline that is known: what an amended plan replaced first, else the present one. Days that were moved
-- by hand before left no former day in the history of the task.
update planning.task t set first_due_on = coalesce(
    (select (e.detail #>> '{before,due_on}')::date from planning.task_event e
      where e.tenant_id = t.tenant_id and e.task_id = t.id and e.kind = 'amended'
        and e.detail #>> '{before,due_on}' is not null
      order by e.at, e.id limit 1),
    t.due_on)
  where t.due_on is not null;
