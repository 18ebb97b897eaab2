-- Whoever receives tasks answers for a coordinating unit of theirs too.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, answered.act, case g.scope when 'all' then 'all' else 'unit' end
  from directory.role_grant g
  cross join unnest(array['planning.contribution.accept', 'planning.contribution.contribute',
    'planning.contribution.decline']) as answered (act)
  where g.act = 'planning.task.accept' on conflict do nothing;

-- Whoever hands a task in sends contributions to it back, splits it, and says for which others it waits.
insert into directory.role_grant (tenant_id, role_id, act, scope)
  select g.tenant_id, g.role_id, led.act, g.scope
  from directory.role_grant g
  cross join unnest(array['planning.contribution.send-back', 'planning.sub-task.add', 'planning.dependency.add',
    'planning.dependency.remove']) as led (act)
  where g.act = 'planning.task.submit' on conflict do nothing;
