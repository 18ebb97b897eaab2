-- Whoever enters tasks from above enters whole lists of them, and throws a list away that was a mistake.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, listed.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.task-from-above.enter-list', 'planning.task-from-above.discard-list']) as listed (act)
  where g.act = 'planning.task-from-above.enter' on conflict do nothing;
